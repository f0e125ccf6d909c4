package bcl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What PostgreSQL does with statistics by which nearly every file is answered. */
class LongHistoryTest {
    /** From some height on its index of states costs PostgreSQL less than that of numbers. */
    private static final int ANSWERED = 200_000;

    private static final int TONIGHT = 400;
    private static final String FILES =
            "insert into inbound_file (organisation, name, system, environment, type, number, digest,"
                    + " size, received_at, state, attempt) select 'AAA', 'F' || n, 'AAA01', 'PN', 'BCL', n, lpad(to_hex(n), 64, '0'), 2000,"
                    + " current_timestamp, '%s', 1 from generate_series(%d, %d) n";

    @Test
    void a_file_is_decided_by_its_number_and_not_sought_among_all_that_wait() {
        try (TestDatabase database = Databases.POSTGRESQL.fresh()) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            jdbc.execute(FILES.formatted("ANSWERED", 1, ANSWERED));
            jdbc.execute("analyze inbound_file");
            jdbc.execute(FILES.formatted("TAKEN", ANSWERED + 1, ANSWERED + TONIGHT));
            FileLedger files = new FileLedger(jdbc);
            Map<LedgerFile, Totals> decided = new LinkedHashMap<>();
            files.inState(FileState.TAKEN).forEach(file -> decided.put(file, new Totals(1, 0, 0)));
            database.transactions()
                    .executeWithoutResult(status -> files.chunks().decide(decided, Instant.EPOCH));

            assertThat(files.inState(FileState.DECIDED)).hasSize(TONIGHT);
            // Sessions tell what they counted when they have been idle for a while.
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> counted(jdbc, "n_tup_upd from pg_stat_user_tables where relname = 'inbound_file'")
                            == TONIGHT);
            assertThat(counted(
                            jdbc, "idx_tup_read from pg_stat_user_indexes where indexrelname = 'inbound_file_state'"))
                    .isLessThan(10L * TONIGHT);
        }
    }

    private static long counted(JdbcTemplate jdbc, String what) {
        Long count = jdbc.queryForObject("select " + what, Long.class);
        return count == null ? 0 : count;
    }
}
