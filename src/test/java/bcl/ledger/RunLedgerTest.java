package bcl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class RunLedgerTest {
    private static final Instant START = Instant.parse("2026-11-21T00:00:01.123456Z");
    private static final NewRun NIGHT = new NewRun(
            "night",
            "host:42",
            START,
            Instant.parse("2026-11-21T00:00:00Z"),
            Instant.parse("2026-11-21T07:00:00Z"),
            null,
            "0123456789abcdef");
    private static final NewRun OVERRIDE =
            new NewRun("night", "host:43", START, null, null, "monthly drill", "0123456789abcdef");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_run_is_running_until_it_ends_and_ends_once(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            RunLedger runs = new RunLedger(new JdbcTemplate(database.dataSource()));
            long id = runs.start(NIGHT);

            assertThat(runs.running()).contains(new Run(id, NIGHT, null, null, null));

            Instant end = START.plusSeconds(60);
            runs.finish(id, end, 4, "3 files paused");
            assertThat(runs.running()).isEmpty();
            assertThat(runs.last(5)).containsExactly(new Run(id, NIGHT, end, 4, "3 files paused"));
            assertThatThrownBy(() -> runs.finish(id, end, 0, "again")).isInstanceOf(LedgerConflict.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_killed_run_is_ended_by_the_next_one_without_an_exit_code(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            RunLedger runs = new RunLedger(new JdbcTemplate(database.dataSource()));
            long killed = runs.start(NIGHT);
            long other = runs.start(new NewRun("serve", "host:1", START, null, null, null, null));

            assertThat(runs.buryKilled("night", START.plusSeconds(5))).isEqualTo(1);
            long next = runs.start(OVERRIDE);

            assertThat(runs.last(2)).extracting(Run::id).containsExactly(next, other);
            assertThat(runs.last(3).get(2)).satisfies(run -> {
                assertThat(run.id()).isEqualTo(killed);
                assertThat(run.isRunning()).isFalse();
                assertThat(run.exitCode()).isNull();
                assertThat(run.detail()).contains("killed");
            });
            assertThat(runs.running()).map(run -> run.start().overrideReason()).contains("monthly drill");
        }
    }
}
