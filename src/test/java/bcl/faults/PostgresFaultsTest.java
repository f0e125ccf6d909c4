package bcl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.night.StopRequest;
import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import bcl.testsupport.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL that dies, refuses, is full, is slow, or does its work and cannot say so, under a night. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PostgresFaultsTest {
    private static final String A1 = "AAA01.PN000001.BCR";
    private static final String B1 = "BBB01.PN000001.BCR";
    private static final String OUTCOMES = "select count(*) from outcome";
    private static final String OTHERS =
            " from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
                    + " and application_name = 'PostgreSQL JDBC Driver'";

    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(10);

    @TempDir
    private Path disk;

    private FaultyHome home;
    private TestDatabase database;

    /** AAA's file is a large one of many chunks, so that a night lasts. */
    @BeforeEach
    void sendTwoFiles() throws Exception {
        home = FaultyHome.at(disk.resolve("home"), Databases.POSTGRESQL);
        home.settings()
                .set("bcl.night.small-file", "2KB")
                .set("bcl.night.contacts-per-chunk", "5")
                .set("bcl.night.contacts-per-part", "50")
                .set("bcl.night.lease", "1s")
                .set("spring.datasource.hikari.connection-timeout", "2000");
        home.send("AAA", 1, 300);
        home.send("BBB", 1, 3);
        database = home.settings().database();
    }

    @AfterEach
    void close() {
        database.close();
        home.close();
    }

    @Test
    void backends_that_are_ended_again_and_again_cost_time_and_nothing_else() throws Exception {
        CompletableFuture<EngineHome.Result> night = home.nightBeside();
        for (int outcomes = 20; outcomes < 200; outcomes += 60) {
            awaitOutcomes(outcomes, night);
            tell("select pg_terminate_backend(pid)" + OTHERS);
        }

        done(night, "Trying again");
        home.holds(303, A1, B1);
    }

    @Test
    void a_server_that_crashes_recovers_and_is_used_again() throws Exception {
        CompletableFuture<EngineHome.Result> night = home.nightBeside();
        awaitOutcomes(50, night);
        long backend = database.jdbc()
                .sql("select pid" + OTHERS + " limit 1")
                .query(Long.class)
                .single();
        // The server takes the sudden death of one backend for a crash: it ends all others and recovers from its log.
        ProcessHandle.of(backend).orElseThrow().destroyForcibly();

        done(night, "Trying again");
        home.holds(303, A1, B1);
    }

    @Test
    void a_commit_that_the_database_refuses_for_one_file_holds_that_file_alone() throws Exception {
        refuseAtCommit("new.organisation = 'AAA' and new.line = 202", "P0001");

        FaultyHome.Ended night = home.nightProcess("exec \"$@\"", "-Xmx256m");

        assertThat(night.code()).as(night.log()).isEqualTo(ExitCode.FAILED.code());
        assertThat(night.log())
                .contains("Held: file ", "the database refused (P0001)", "then: rerun ")
                .as("a database's message can quote what a sender wrote")
                .doesNotContain("refused by the test", "\tat ");
        assertThat(home.answers()).containsExactly(B1);
        tell("drop trigger refuse on contact");
        EngineHome.Result rerun = home.rerun("AAA01.PN000001.BCL");
        assertThat(rerun.code()).as(rerun.err()).isEqualTo(ExitCode.DONE);
        home.finishes(303, A1, B1);
    }

    @Test
    void commits_that_fail_because_of_others_are_done_again() throws Exception {
        tell("create sequence refused");
        refuseAtCommit("nextval('refused') % 40 = 0", "40001");

        EngineHome.Result night = home.night();

        assertThat(night.code()).as(night.err()).isEqualTo(ExitCode.DONE);
        assertThat(night.err()).doesNotContain("Held");
        home.holds(303, A1, B1);
    }

    /** Others that are in the way for ever are not waited for: something is wrong with the file. */
    @Test
    void a_commit_that_fails_because_of_others_is_tried_eleven_times_and_then_its_file_is_held() throws Exception {
        // A sequence counts what is rolled back too.
        tell("create sequence tries");
        refuseAtCommit("new.organisation = 'AAA' and new.line = 202 and nextval('tries') > 0", "40001");

        EngineHome.Result night = home.night();

        assertThat(night.code()).as(night.err()).isEqualTo(ExitCode.FAILED);
        assertThat(night.err()).contains("Held: file ", "the database refused (40001)", "then: rerun ");
        assertThat(count("select last_value from tries")).isEqualTo(11);
        assertThat(home.answers()).containsExactly(B1);
        tell("drop trigger refuse on contact");
        assertThat(home.rerun("AAA01.PN000001.BCL").code()).isEqualTo(ExitCode.DONE);
        home.finishes(303, A1, B1);
    }

    @Test
    void a_commit_that_was_done_and_not_answered_is_not_done_twice() throws Exception {
        try (FaultyWire wire = FaultyWire.to(home)) {
            wire.loseCommits(13, 4);

            EngineHome.Result night = home.night();

            assertThat(night.code()).as(night.err()).isEqualTo(ExitCode.DONE);
            assertThat(wire.lost()).isEqualTo(4);
            assertThat(night.err()).contains("Trying again").doesNotContain("Held");
            home.holds(303, A1, B1);
        }
    }

    @Test
    void of_a_deadlock_the_engine_is_the_loser_and_tries_again() throws Exception {
        tell("alter database " + name() + " set deadlock_timeout = '2s'");
        CompletableFuture<EngineHome.Result> night = home.nightBeside();
        awaitOutcomes(20, night);

        database.transactions().executeWithoutResult(status -> {
            // Patient, so that it is the engine whose wait is looked into first.
            tell("set local deadlock_timeout = '10min'");
            tell("lock table file_part in exclusive mode");
            await("select count(*)" + OTHERS + " and wait_event_type = 'Lock'", 1, night);
            tell("lock table outcome in access exclusive mode");
        });

        done(night, "");
        assertThat(night.join().err()).doesNotContain("Held");
        home.holds(303, A1, B1);
    }

    @Test
    void behind_a_slow_wire_a_stop_is_heard_and_the_next_night_finishes() throws Exception {
        try (FaultyWire wire = FaultyWire.to(home)) {
            wire.delay(25);
            StopRequest stop = new StopRequest();
            CompletableFuture<EngineHome.Result> night =
                    CompletableFuture.supplyAsync(() -> home.settings().night(stop));
            awaitOutcomes(20, night);
            stop.request("test");

            assertThat(night.join().code()).as(night.join().err()).isEqualTo(ExitCode.STOPPED);
            assertThat(count(OUTCOMES)).isLessThan(303);
            wire.delay(0);
            home.finishes(303, A1, B1);
        }
    }

    @Test
    void a_database_whose_disk_is_full_is_waited_for() throws Exception {
        Path folder = Files.createDirectory(disk.resolve("tablespace"));
        try (Volume small = Volume.on(folder, "32k")) {
            String space = "small_" + name();
            tell("create tablespace " + space + " location '" + folder + "'");
            try {
                tell("alter table contact_record set tablespace " + space);
                CompletableFuture<EngineHome.Result> night = home.nightBeside();
                await("select count(*) from run where detail like 'the database went away%'", 1, night);
                assertThat(count("select count(*) from inbound_file where state = 'HELD'"))
                        .isZero();
                small.become("size=20m");

                done(night, "its disk is full");
                home.holds(303, A1, B1);
            } finally {
                tell("alter table contact_record set tablespace pg_default");
                tell("drop tablespace " + space);
            }
        }
    }

    private void done(CompletableFuture<EngineHome.Result> night, String says) {
        assertThat(night.join().code()).as(night.join().err()).isEqualTo(ExitCode.DONE);
        assertThat(night.join().err()).contains(says);
    }

    private void refuseAtCommit(String when, String state) {
        tell("create function refuse() returns trigger language plpgsql as $$ begin if " + when
                + " then raise exception 'refused by the test' using errcode = '" + state
                + "'; end if; return null; end $$");
        tell("create constraint trigger refuse after insert on contact deferrable initially deferred"
                + " for each row execute function refuse()");
    }

    private void awaitOutcomes(int count, CompletableFuture<EngineHome.Result> night) {
        await(OUTCOMES, count, night);
    }

    private void await(String sql, int least, CompletableFuture<EngineHome.Result> night) {
        while (count(sql) < least) {
            if (night.isDone()) {
                throw new AssertionError("Waited in vain for: " + sql + "\n" + night.join());
            }
            LockSupport.parkNanos(LOOK);
        }
    }

    private long count(String sql) {
        return FaultyHome.count(database, sql);
    }

    private String name() {
        return database.jdbc()
                .sql("select current_database()")
                .query(String.class)
                .single();
    }

    private void tell(String sql) {
        if (sql.startsWith("select")) {
            database.jdbc().sql(sql).query().listOfRows();
        } else {
            database.jdbc().sql(sql).update();
        }
    }
}
