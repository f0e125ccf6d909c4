package bcl.bench;

import bcl.wire.ContactRecord;
import bcl.validation.Assessed;
import bcl.validation.Content;
import bcl.validation.Verdict;
import bcl.wire.Finding;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.database.ItemPreparedStatementSetter;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;

/** Writes a peer's rows, the same as the engine's, by one JdbcBatchItemWriter a table. */
final class PeerWriter implements ItemWriter<Decided> {
    private record RecordRow(long crn, int place, ContactRecord stored) {}

    private final Timestamp now = Timestamp.from(Instant.EPOCH);
    private final JdbcBatchItemWriter<Decided> contacts;
    private final JdbcBatchItemWriter<RecordRow> records;
    private final JdbcBatchItemWriter<Decided> events;
    private final JdbcBatchItemWriter<Decided> outcomes;

    PeerWriter(DataSource dataSource, String organisation) {
        contacts = writer(
                dataSource,
                "insert into contact (crn, organisation, file_id, line, reference, code, mprn, open_mprn, previous_crn,"
                        + " status, content_digest, created_at) values (?, ?, 1, ?, ?, ?, ?, ?, ?, 'AACA', ?, ?)",
                (each, statement) -> {
                    Assessed contact = each.contact();
                    statement.setLong(1, each.crn());
                    statement.setString(2, organisation);
                    statement.setLong(3, contact.line());
                    statement.setString(4, contact.reference());
                    statement.setString(5, contact.code().code());
                    statement.setObject(6, contact.mprn(), java.sql.Types.BIGINT);
                    statement.setObject(7, contact.mprn(), java.sql.Types.BIGINT);
                    statement.setObject(8, contact.previousCrn(), java.sql.Types.BIGINT);
                    statement.setBytes(9, contact.content().digest().bytes());
                    statement.setTimestamp(10, now);
                });
        records = writer(
                dataSource,
                "insert into contact_record (crn, place, record_id, fields) values (?, ?, ?, ?)",
                (row, statement) -> {
                    statement.setLong(1, row.crn());
                    statement.setInt(2, row.place());
                    statement.setString(3, row.stored().recordId());
                    statement.setString(4, row.stored().fields());
                });
        events = writer(
                dataSource,
                "insert into contact_event (crn, sequence, at, to_status, actor) values (?, 1, ?, 'AACA', 'engine')",
                (each, statement) -> {
                    statement.setLong(1, each.crn());
                    statement.setTimestamp(2, now);
                });
        outcomes = writer(
                dataSource,
                "insert into outcome (file_id, line, kind, crn, status, findings) values (1, ?, ?, ?, ?, ?)",
                (each, statement) -> {
                    statement.setLong(1, each.contact().line());
                    statement.setString(2, each.kind());
                    statement.setObject(3, each.accepted() ? each.crn() : null, java.sql.Types.BIGINT);
                    statement.setString(4, each.accepted() ? "AACA" : null);
                    statement.setString(5, findings(each.verdict()));
                });
    }

    private static <T> JdbcBatchItemWriter<T> writer(
            DataSource dataSource, String sql, ItemPreparedStatementSetter<T> setter) {
        JdbcBatchItemWriter<T> writer = new JdbcBatchItemWriter<>();
        writer.setDataSource(dataSource);
        writer.setSql(sql);
        writer.setItemPreparedStatementSetter(setter);
        // Rewritten batches do not tell the count of each row.
        writer.setAssertUpdates(false);
        writer.afterPropertiesSet();
        return writer;
    }

    private static String findings(Verdict verdict) {
        List<Finding> findings = List.of();
        if (verdict instanceof Verdict.Accepted accepted) {
            findings = accepted.warnings();
        } else if (verdict instanceof Verdict.Rejected rejected) {
            findings = rejected.reasons();
        }
        return findings.isEmpty()
                ? null
                : findings.stream()
                        .map(each -> each.line() + "." + each.field() + "." + each.reason()
                                + (each.recordId().isEmpty() ? "" : "=" + each.recordId()) + ";")
                        .collect(Collectors.joining());
    }

    @Override
    public void write(Chunk<? extends Decided> chunk) throws Exception {
        List<Decided> accepted = new ArrayList<>();
        List<RecordRow> rows = new ArrayList<>();
        for (Decided each : chunk) {
            if (each.accepted()) {
                accepted.add(each);
                int place = 1;
                for (ContactRecord stored : each.contact().content().records()) {
                    rows.add(new RecordRow(each.crn(), place++, stored));
                }
            }
        }
        contacts.write(new Chunk<>(accepted));
        records.write(new Chunk<>(rows));
        events.write(new Chunk<>(accepted));
        outcomes.write(new Chunk<>(new ArrayList<Decided>(chunk.getItems())));
    }
}
