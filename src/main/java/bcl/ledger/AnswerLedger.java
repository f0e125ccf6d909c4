package bcl.ledger;

import bcl.bulk.BulkInsert;
import bcl.bulk.BulkTable;
import bcl.wire.Reason;
import bcl.wire.StreamName;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The answers and what they told. Thread-safe; runs in the caller's transaction. */
public final class AnswerLedger {
    private static final BulkTable ANSWERS = BulkTable.of(
            "answer",
            "file_id",
            "system",
            "environment",
            "type",
            "sequence",
            "number",
            "organisation",
            "organisation_id",
            "name",
            "created_at",
            "digest",
            "size",
            "state");
    private static final BulkTable REASONS = BulkTable.of("file_reason", "file_id", "code", "total");
    private static final RowMapper<Answer> ANSWER = Rows::answer;

    private final JdbcTemplate jdbc;
    private final BulkInsert bulk;

    public AnswerLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.bulk = new BulkInsert(Objects.requireNonNull(jdbc.getDataSource(), "a template has a data source"));
    }

    /** To be called between the commit of answers and their publication: nobody may see one that a power loss can take back. */
    public void sync() {
        Checkpoint.sync(jdbc);
    }

    /** An answer and the reasons that it tells, by code. */
    public record Told(Answer answer, Map<Reason, Long> reasons) {}

    /** Records an answer before it is published; the reasons that it tells go with it. */
    public void record(Answer answer, Map<Reason, Long> reasons) {
        record(List.of(new Told(answer, reasons)));
    }

    /** As {@link #record(Answer, Map)}, for many. */
    public void record(List<Told> answers) {
        if (answers.isEmpty()) {
            return;
        }
        bulk.insert(ANSWERS, rows -> {
            for (Told each : answers) {
                Answer answer = each.answer();
                StreamName stream = answer.name().stream();
                rows.bigint(answer.fileId()).text(stream.system());
                rows.text(stream.environment().name()).text(stream.type());
                rows.bigint(answer.sequence()).integer(answer.name().number());
                rows.text(answer.organisation()).bigint(answer.organisationId());
                rows.text(answer.name().toString()).instant(answer.createdAt());
                rows.text(answer.digest()).bigint(answer.size()).text("PENDING").endRow();
            }
        });
        bulk.insert(REASONS, rows -> {
            for (Told each : answers) {
                for (var reason : each.reasons().entrySet()) {
                    rows.bigint(each.answer().fileId()).text(reason.getKey().name());
                    rows.bigint(reason.getValue()).endRow();
                }
            }
        });
    }

    public Optional<Answer> of(long fileId) {
        return jdbc.query("select * from answer where file_id = ?", ANSWER, fileId).stream()
                .findFirst();
    }

    /** SHA-256 of the answer that has this place in its stream; empty if none is known. */
    public Optional<String> digest(StreamName stream, long sequence) {
        return jdbc
                .queryForList(
                        "select digest from answer where system = ? and environment = ? and type = ? and sequence = ?",
                        String.class,
                        stream.system(),
                        stream.environment().name(),
                        stream.type(),
                        sequence)
                .stream()
                .findFirst();
    }

    public List<Answer> all() {
        return jdbc.query("select * from answer order by file_id", ANSWER);
    }

    /** The reasons told so far, by code. */
    public Map<Reason, Long> reasons() {
        Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
        jdbc.query("select code, sum(total) from file_reason group by code", row -> {
            reasons.put(Reason.valueOf(row.getString(1)), row.getLong(2));
        });
        return reasons;
    }

    /** The answers of these files lie in their folders. */
    public void published(Collection<Long> files, Instant at) {
        LedgerConflict.unless(
                files.size(),
                jdbc.update(connection -> {
                    var update = connection.prepareStatement(
                            "update answer set state = 'PUBLISHED', published_at = ? where file_id = any(?)");
                    update.setObject(1, Rows.time(at));
                    update.setArray(2, SqlArrays.bigints(connection, files));
                    return update;
                }),
                "answers of files " + files);
    }

    /**
     * Its organisation has the answer of this name, since when is told once. Names come back after 999,999 answers: the latest
     * is meant. Nothing happens for a file that is no answer.
     */
    public void collected(String organisation, String name, Instant at) {
        jdbc.update(
                "update answer set collected_at = ? where collected_at is null and organisation = ? and name = ?"
                        + " and sequence = (select max(a.sequence) from answer a where a.organisation = ? and a.name = ?)",
                Rows.time(at),
                organisation,
                name,
                organisation,
                name);
    }
}
