package bcl.ledger;

import bcl.wire.Reason;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The answers and what they told. Thread-safe; runs in the caller's transaction. */
public final class AnswerLedger {
    private static final RowMapper<Answer> ANSWER = Rows::answer;

    private final JdbcTemplate jdbc;

    public AnswerLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Records an answer before it is published; the reasons that it tells, by code, go with it. */
    public void record(Answer answer, Map<Reason, Long> reasons) {
        jdbc.update(
                "insert into answer (file_id, system, environment, type, sequence, number, organisation,"
                        + " organisation_id, name, created_at, digest, size, state)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING')",
                answer.fileId(),
                answer.name().stream().system(),
                answer.name().stream().environment().name(),
                answer.name().stream().type(),
                answer.sequence(),
                answer.name().number(),
                answer.organisation(),
                answer.organisationId(),
                answer.name().toString(),
                Rows.time(answer.createdAt()),
                answer.digest(),
                answer.size());
        List<Object[]> rows = reasons.entrySet().stream()
                .map(entry -> new Object[] {answer.fileId(), entry.getKey().name(), entry.getValue()})
                .toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate("insert into file_reason (file_id, code, total) values (?, ?, ?)", rows);
        }
    }

    public Optional<Answer> of(long fileId) {
        return jdbc.query("select * from answer where file_id = ?", ANSWER, fileId).stream()
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

    public void published(long fileId, Instant at) {
        LedgerConflict.unlessOne(
                jdbc.update(
                        "update answer set state = 'PUBLISHED', published_at = ? where file_id = ?",
                        Rows.time(at),
                        fileId),
                "answer of file " + fileId);
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
