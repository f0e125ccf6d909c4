package bcl.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts over the whole home, for those who watch it. Thread-safe. */
public final class Figures {
    private final JdbcTemplate jdbc;

    public Figures(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All states, those without a file included. */
    public Map<String, Long> filesByState() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (FileState state : FileState.values()) {
            counts.put(state.name(), 0L);
        }
        jdbc.query("select state, count(*) from inbound_file group by state", row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    /** Test files included: they are answered like others. */
    public Map<String, Long> contactsByOutcome() {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.query(
                "select coalesce(sum(accepted), 0), coalesce(sum(rejected), 0), coalesce(sum(repeated), 0) from inbound_file",
                row -> {
                    counts.put("accepted", row.getLong(1));
                    counts.put("rejected", row.getLong(2));
                    counts.put("repeated", row.getLong(3));
                });
        return counts;
    }

    public Map<String, Long> reasonsByCode() {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.query("select code, sum(total) from file_reason group by code order by code", row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    /** Answers that lie in {@code outbound/} and were not seen to be read or removed. */
    public long uncollected() {
        return count("select count(*) from answer where state = 'PUBLISHED' and collected_at is null");
    }

    public long erased() {
        return count("select count(*) from erasure where kind = 'FILE' and finished_at is not null");
    }

    /** Not counting what was erased. */
    public long quarantined() {
        return count("select count(*) from quarantine q where not exists (select 1 from erasure e"
                + " where e.kind = 'QUARANTINE' and e.subject = q.id)");
    }

    private long count(String sql) {
        Long count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }
}
