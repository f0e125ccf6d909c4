package bcl.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bcl.commands.ExitCode;
import bcl.ledger.LeaseAttempt;
import bcl.ledger.NightLease;
import bcl.night.StopRequest;
import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import bcl.testsupport.Sent;
import bcl.testsupport.Served;
import bcl.testsupport.TestDatabase;
import bcl.testsupport.Traffic;
import bcl.testsupport.TrafficNights;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The service as it runs, on both databases: no part of it is replaced. */
class ServeTest {
    private static final Traffic SMALL = new Traffic(7, new Traffic.Size(2, 1, 4));
    private static final Traffic LARGE = new Traffic(8, new Traffic.Size(2, 1, 6_000));

    @TempDir
    private Path disk;

    @Test
    void by_day_files_are_taken_and_looked_into_and_a_night_can_be_ordered_while_it_serves() throws Exception {
        try (EngineHome home = EngineHome.at(disk, Databases.H2)) {
            Served.closedWindow(home);
            SMALL.layReference(home.root());
            Served served = Served.start(home);
            soon().until(served::isUp);

            nights(SMALL, home).lay(SMALL.first(), Map.of());
            soon().until(() -> sealed(home) == SMALL.first().size());
            assertThat(outbound(home)).isEmpty();
            assertThat(served.get("/actuator/health").body()).contains("\"open\":false", "\"status\":\"UP\"");
            assertThat(served.get("/actuator/health").body()).contains("\"sftp\":{");
            soon().until(() -> served.get("/api/status").body().contains("its turn will reject it: FIL00007"));
            assertThat(served.get("/api/status").body())
                    .contains("\"forecast\":", "\"contacts\":4", "small and 0 large files are left");
            EngineHome.Result night = home.night(new StopRequest());

            assertThat(night.code()).as(night.err()).isEqualTo(ExitCode.DONE);
            assertThat(outbound(home)).isNotEmpty();
            assertThat(served.end()).isEqualTo(ExitCode.DONE);
            try (TestDatabase database = home.database()) {
                assertThat(count(database, "select count(*) from file_look"))
                        .isEqualTo(SMALL.first().size());
                assertThat(count(database, "select count(*) from file_look where contacts > 0 and reasons = ''"))
                        .isGreaterThan(2);
                assertThat(count(database, "select count(*) from file_look where reasons like '%FIL00007%'"))
                        .isEqualTo(2);
            }
        }
    }

    @Test
    void commands_over_http_end_as_on_the_command_line() throws Exception {
        try (EngineHome home = EngineHome.at(disk, Databases.H2)) {
            Served.closedWindow(home);
            SMALL.layReference(home.root());
            try (Served served = Served.start(home)) {
                soon().until(served::isUp);

                assertThat(served.command("{\"arguments\":[\"night\"]}").body()).contains("\"exitCode\":3");
                assertThat(served.command("{\"arguments\":[\"nonsense\"]}").body())
                        .contains("\"exitCode\":2");
                assertThat(served.command("{\"arguments\":[\"serve\"]}").body())
                        .contains("\"exitCode\":2", "A service does not do this");
                assertThat(served.get("/actuator/prometheus").body())
                        .contains("bcl_window_open 0.0", "bcl_files{state=\"TAKEN\"} 0.0");
            }
        }
    }

    @Test
    void once_a_day_it_reconciles_by_itself_and_what_differs_is_told_by_notice_health_and_metric() throws Exception {
        try (EngineHome home = EngineHome.at(disk, Databases.H2)) {
            Served.closedWindow(home);
            home.set("bcl.daily.delay", "0s");
            SMALL.layReference(home.root());
            Path outbound = Files.createDirectories(home.root().resolve("sftp/QQQ/outbound"));
            Files.writeString(outbound.resolve("QQQ01.PN000001.BCR"), "nobody answered this");
            try (Served served = Served.start(home)) {
                soon().until(served::isUp);

                soon().until(() -> served.get("/actuator/prometheus").body().contains("bcl_reconcile_differences 1.0"));

                assertThat(served.get("/actuator/prometheus").body()).contains("bcl_reconcile_age_seconds ");
                assertThat(served.get("/actuator/health").body())
                        .contains("0 files, 1 differences", "\"status\":\"ATTENTION\"");
                assertThat(served.command("{\"arguments\":[\"status\"]}").body())
                        .contains("RECONCILE_DIFFERS", "QQQ01.PN000001.BCR is no answer that was recorded");
            }
        }
    }

    @Test
    void of_two_services_one_runs_the_night_and_the_other_takes_over_when_it_ends() throws Exception {
        try (EngineHome home = EngineHome.at(disk, Databases.POSTGRESQL);
                TestDatabase database = home.database()) {
            Served.openWindow(home);
            home.set("bcl.night.lease", "2s");
            SMALL.layReference(home.root());
            Served first = Served.start(home);
            soon().until(() -> count(database, "select count(*) from run") > 0);
            Served second = Served.start(home);
            soon().until(second::isUp);

            nights(SMALL, home).lay(SMALL.first(), Map.of());
            soon().until(() -> unanswered(database) == 0
                    && answered(database) == SMALL.first().size());
            soon().until(() -> holders(database).size() == 1);
            assertThat(first.end()).isEqualTo(ExitCode.DONE);
            nights(SMALL, home).lay(SMALL.second(), Map.of());
            int all = SMALL.first().size() + SMALL.second().size();
            soon().until(() -> unanswered(database) == 0 && answered(database) == all);

            soon().until(() -> holders(database).size() == 2);
            assertThat(second.end()).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void a_service_that_fails_while_it_takes_up_the_night_gives_the_lease_back_and_takes_it_again() throws Exception {
        try (EngineHome home = EngineHome.at(disk, Databases.POSTGRESQL);
                TestDatabase database = home.database()) {
            Served.openWindow(home);
            SMALL.layReference(home.root());
            nights(SMALL, home).lay(SMALL.first(), Map.of());
            // Nothing but the forecast asks for it before the first large file.
            database.jdbc().sql("alter table file_part rename to mislaid").update();
            try (Served served = Served.start(home)) {
                soon().until(() -> count(database, "select count(*) from lease where token > 1") > 0);
                database.jdbc().sql("alter table mislaid rename to file_part").update();

                soon().until(() -> unanswered(database) == 0
                        && answered(database) == SMALL.first().size());
                assertThat(served.hasEnded()).isFalse();
            }
        }
    }

    @Test
    void the_night_of_a_dead_process_is_taken_over_when_its_lease_runs_out() throws Exception {
        try (EngineHome home = EngineHome.at(disk, Databases.POSTGRESQL);
                TestDatabase database = home.database()) {
            Served.openWindow(home);
            SMALL.layReference(home.root());
            NightLease dead = lease(database, Duration.ofSeconds(10));
            assertThat(dead.tryTake()).isInstanceOf(LeaseAttempt.Taken.class);
            Instant runsOut = database.jdbc()
                    .sql("select expires_at from lease")
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant();
            try (Served served = Served.start(home)) {
                soon().until(() -> count(database, "select count(*) from run") > 0);

                // Not before, however long the service took to start on a busy machine.
                assertThat(database.jdbc()
                                .sql("select min(started_at) from run")
                                .query(OffsetDateTime.class)
                                .single()
                                .toInstant())
                        .isAfterOrEqualTo(runsOut);
                assertThat(dead.isOurs(1)).isFalse();
                assertThat(served.hasEnded()).isFalse();
            }
        }
    }

    @Test
    void a_port_that_is_in_use_is_told_with_its_setting_and_is_wrong_usage() throws Exception {
        try (EngineHome home = EngineHome.at(disk, Databases.H2);
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            home.set("bcl.sftp.address", "127.0.0.1").set("bcl.sftp.port", Integer.toString(taken.getLocalPort()));
            EngineHome.Result sftp =
                    home.run(new StopRequest(), "serve", "--home", home.root().toString());

            home.replace("bcl.sftp.port", "0").set("bcl.http.port", Integer.toString(taken.getLocalPort()));
            EngineHome.Result http =
                    home.run(new StopRequest(), "serve", "--home", home.root().toString());

            assertThat(sftp.code()).as(sftp.err()).isEqualTo(ExitCode.USAGE);
            assertThat(sftp.err())
                    .contains(Integer.toString(taken.getLocalPort()), "Address already in use", "bcl.sftp.port");
            assertThat(http.code()).as(http.err()).isEqualTo(ExitCode.USAGE);
            assertThat(http.err()).contains("Port " + taken.getLocalPort() + " is already in use", "bcl.http.port");
        }
    }

    @Test
    void a_large_file_gives_way_to_another_senders_small_one_and_is_paused_by_sigterm() throws Exception {
        try (EngineHome home = EngineHome.at(disk, Databases.POSTGRESQL);
                TestDatabase database = home.database()) {
            Served.openWindow(home);
            slow(home);
            LARGE.layReference(home.root());
            Sent large = named(LARGE.first(), "TA101.PN000001.BCL");
            Sent after = named(LARGE.first(), "TA103.PN000001.BCL");
            Sent small = named(LARGE.first(), "TB103.PN000001.BCL");
            nights(LARGE, home).lay(List.of(large), Map.of());
            Served served = Served.start(home);
            soon().until(() -> count(database, "select count(*) from outcome") > 0);

            nights(LARGE, home).lay(List.of(small, after), Map.of());
            soon().until(() -> state(database, small).equals("ANSWERED"));

            assertThat(state(database, large)).isEqualTo("OPEN");
            assertThat(state(database, after)).isEqualTo("TAKEN");
            assertThat(served.end()).isEqualTo(ExitCode.STOPPED);
            assertThat(state(database, large)).isEqualTo("PAUSED");
        }
    }

    @Test
    void a_run_whose_night_was_taken_over_commits_nothing_more() throws Exception {
        try (EngineHome home = EngineHome.at(disk, Databases.POSTGRESQL);
                TestDatabase database = home.database()) {
            slow(home);
            // Its heartbeat is so rare that it does not notice by itself.
            home.set("bcl.night.lease", "10m");
            LARGE.layReference(home.root());
            nights(LARGE, home).lay(List.of(named(LARGE.first(), "TA101.PN000001.BCL")), Map.of());
            CompletableFuture<EngineHome.Result> run =
                    CompletableFuture.supplyAsync(() -> home.night(new StopRequest()));
            soon().until(() -> count(database, "select count(*) from outcome") > 0);

            database.jdbc()
                    .sql("update lease set holder = 'another', token = token + 1")
                    .update();
            long after = count(database, "select count(*) from outcome");
            EngineHome.Result result = run.get(2, TimeUnit.MINUTES);

            assertThat(result.code()).isEqualTo(ExitCode.FAILED);
            assertThat(result.err()).contains("taken over");
            // One transaction may have asked before and committed after.
            assertThat(count(database, "select count(*) from outcome")).isBetween(after, after + 4);
            assertThat(count(database, "select count(*) from inbound_file where state = 'OPEN'"))
                    .isOne();
        }
    }

    private static void slow(EngineHome home) throws Exception {
        home.set("bcl.night.turn", "1s");
        home.set("bcl.night.contacts-per-chunk", "2");
        home.set("bcl.night.workers", "1");
    }

    private static TrafficNights nights(Traffic traffic, EngineHome home) {
        return new TrafficNights(traffic, home);
    }

    private static Sent named(List<Sent> files, String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ConditionFactory soon() {
        // A walk through folders that an engine works in may meet what has just gone.
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class);
    }

    private static NightLease lease(TestDatabase database, Duration length) {
        return new NightLease(new JdbcTemplate(database.dataSource()), "a dead process", length, millis -> {});
    }

    private static long sealed(EngineHome home) throws Exception {
        Path sftp = home.root().resolve("sftp");
        try (Stream<Path> files = Files.walk(sftp)) {
            long waiting = files.filter(
                            file -> Files.isRegularFile(file) && file.toString().contains("inbound"))
                    .count();
            return waiting == 0 ? SMALL.first().size() : -waiting;
        }
    }

    private static List<Path> outbound(EngineHome home) throws Exception {
        try (Stream<Path> files = Files.walk(home.root().resolve("sftp"))) {
            return files.filter(
                            file -> Files.isRegularFile(file) && file.toString().contains("outbound"))
                    .toList();
        }
    }

    private static long unanswered(TestDatabase database) {
        return count(database, "select count(*) from inbound_file where state <> 'ANSWERED'");
    }

    private static long answered(TestDatabase database) {
        return count(database, "select count(*) from inbound_file where state = 'ANSWERED'");
    }

    private static List<String> holders(TestDatabase database) {
        return database.jdbc()
                .sql("select distinct holder from run where small_files > 0")
                .query(String.class)
                .list();
    }

    private static String state(TestDatabase database, Sent file) {
        return database.jdbc()
                .sql("select coalesce(max(state), '') from inbound_file where name = ?")
                .param(file.name())
                .query(String.class)
                .single();
    }

    private static long count(TestDatabase database, String sql) {
        try {
            return database.jdbc().sql(sql).query(Long.class).single();
        } catch (org.springframework.jdbc.BadSqlGrammarException e) {
            return 0; // the tables are still to be made
        }
    }
}
