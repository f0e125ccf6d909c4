package bcl.shift;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.ledger.LeaseAttempt;
import bcl.ledger.NightLease;
import bcl.night.StopRequest;
import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class HeartbeatTest {
    /** H2 closes its file for good when a thread that writes is interrupted. */
    @Test
    void one_that_is_closed_in_the_midst_of_a_beat_leaves_the_database_and_the_run_alone() {
        try (TestDatabase database = Databases.H2.fresh()) {
            NightLease lease =
                    new NightLease(new JdbcTemplate(database.dataSource()), "test", Duration.ofDays(1), millis -> {});
            long token = ((LeaseAttempt.Taken) lease.tryTake()).token();
            StopRequest stop = new StopRequest();

            for (int i = 0; i < 100; i++) {
                Heartbeat beat = new Heartbeat(lease, token, Duration.ofMillis(4), stop);
                LockSupport.parkNanos(1_000_000L + i % 10 * 200_000L);
                beat.close();
            }

            assertThat(lease.holds(token)).isTrue();
            assertThat(stop.isRequested()).isFalse();
        }
    }
}
