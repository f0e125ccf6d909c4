package bcl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.ledger.LeaseAttempt.HeldBy;
import bcl.ledger.LeaseAttempt.Taken;
import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class NightLeaseTest {
    private static final Pause NO_WAIT = duration -> {};

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_first_one_gets_it_and_the_second_learns_who_has_it(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            NightLease one = lease(database, "one", NO_WAIT);
            NightLease two = lease(database, "two", NO_WAIT);

            assertThat(one.tryTake()).isEqualTo(new Taken(1));
            assertThat(one.renew(1)).isTrue();

            assertThat(two.tryTake()).isInstanceOfSatisfying(HeldBy.class, held -> {
                assertThat(held.holder()).isEqualTo("one");
                assertThat(held.beat()).isEqualTo(1);
            });
            assertThat(one.holds(1)).isTrue();
            assertThat(two.holds(1)).isFalse();
            assertThat(two.current()).map(HeldBy::holder).contains("one");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_released_lease_is_free_at_once_and_its_token_is_worth_nothing(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            NightLease one = lease(database, "one", NO_WAIT);
            NightLease two = lease(database, "two", NO_WAIT);
            one.tryTake();

            one.release(1);

            assertThat(one.current()).isEmpty();
            assertThat(one.renew(1)).isFalse();
            assertThat(two.tryTake()).isEqualTo(new Taken(2));
            one.release(1);
            assertThat(two.holds(2)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void nobody_looks_into_waiting_files_while_a_night_is_at_work(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            NightLease night = lease(database, "one", NO_WAIT);
            WorkLedger work = new WorkLedger(jdbc);
            new FileLedger(jdbc).take(new NewFile("ABC", "ABC01.PN000001.BCL", "aa", 1, Instant.EPOCH));
            assertThat(work.notLookedInto(9)).hasSize(1);

            night.tryTake();

            assertThat(work.notLookedInto(9)).isEmpty();
            night.release(1);
            assertThat(work.notLookedInto(9)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void one_that_finds_a_living_holder_gives_up_when_the_heartbeat_moves(Databases databases) throws Exception {
        try (TestDatabase database = databases.fresh()) {
            NightLease one = lease(database, "one", NO_WAIT);
            one.tryTake();
            List<Duration> pauses = new ArrayList<>();
            NightLease two = lease(database, "two", duration -> {
                pauses.add(duration);
                if (pauses.size() == 3) {
                    one.renew(1);
                }
            });

            LeaseAttempt attempt = two.take();

            assertThat(attempt).isInstanceOf(HeldBy.class);
            assertThat(pauses).hasSize(3).containsOnly(Duration.ofMillis(500));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void one_that_finds_a_dead_holder_takes_over_when_the_lease_runs_out(Databases databases) throws Exception {
        try (TestDatabase database = databases.fresh()) {
            NightLease dead = lease(database, "dead", NO_WAIT);
            dead.tryTake();
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            List<Duration> pauses = new ArrayList<>();
            NightLease two = lease(database, "two", duration -> {
                pauses.add(duration);
                if (pauses.size() == 4) {
                    jdbc.update("update lease set expires_at = current_timestamp - interval '1' second");
                }
            });

            assertThat(two.take()).isEqualTo(new Taken(2));
            assertThat(pauses).hasSize(4);
            assertThat(dead.renew(1)).isFalse();
            assertThat(dead.holds(1)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void it_lasts_as_long_as_was_asked_by_the_clock_of_the_database(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            lease(database, "one", NO_WAIT).tryTake();

            Long between = new JdbcTemplate(database.dataSource())
                    .queryForObject(
                            "select count(*) from lease where expires_at > current_timestamp + interval '5' second"
                                    + " and expires_at <= current_timestamp + interval '10' second",
                            Long.class);

            assertThat(between).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void one_that_nobody_took_over_can_be_renewed_late(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            NightLease one = lease(database, "one", NO_WAIT);
            one.tryTake();
            new JdbcTemplate(database.dataSource())
                    .update("update lease set expires_at = current_timestamp - interval '1' second");

            assertThat(one.holds(1)).isFalse();
            assertThat(one.renew(1)).isTrue();
            assertThat(one.holds(1)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void of_two_that_contend_never_both_hold_it(Databases databases) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (TestDatabase database = databases.fresh()) {
            long last = 0;
            for (int round = 0; round < 30; round++) {
                List<LeaseAttempt> both = atOnce(threads, database);

                List<Taken> taken = both.stream()
                        .filter(Taken.class::isInstance)
                        .map(Taken.class::cast)
                        .toList();
                assertThat(taken).as("round %s: %s", round, both).hasSize(1);
                assertThat(taken.get(0).token()).isGreaterThan(last);
                last = taken.get(0).token();
                free(database, round);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void nonsense_is_refused(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());

            assertThatThrownBy(() -> new NightLease(jdbc, "", Duration.ofSeconds(1), NO_WAIT))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new NightLease(jdbc, "one", Duration.ZERO, NO_WAIT))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<LeaseAttempt> atOnce(ExecutorService threads, TestDatabase database) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<LeaseAttempt> one = contender(database, "one", start);
        Callable<LeaseAttempt> two = contender(database, "two", start);
        List<LeaseAttempt> both = new ArrayList<>();
        for (Future<LeaseAttempt> each : threads.invokeAll(List.of(one, two))) {
            both.add(each.get());
        }
        return both;
    }

    private static Callable<LeaseAttempt> contender(TestDatabase database, String holder, CyclicBarrier start) {
        NightLease lease = lease(database, holder, NO_WAIT);
        return () -> {
            start.await();
            return lease.tryTake();
        };
    }

    /** Every other round the holder dies instead of giving it back. */
    private static void free(TestDatabase database, int round) {
        String holder = round % 2 == 0 ? ", holder = ''" : "";
        new JdbcTemplate(database.dataSource())
                .update("update lease set expires_at = current_timestamp - interval '1' second" + holder);
    }

    private static NightLease lease(TestDatabase database, String holder, Pause pause) {
        return new NightLease(new JdbcTemplate(database.dataSource()), holder, Duration.ofSeconds(10), pause);
    }
}
