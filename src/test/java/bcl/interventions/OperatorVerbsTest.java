package bcl.interventions;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.Actor;
import bcl.commands.ExitCode;
import bcl.ledger.FileState;
import bcl.night.StopRequest;
import bcl.night.UkTime;
import bcl.testsupport.Databases;
import bcl.testsupport.OpenHome;
import bcl.testsupport.Picture;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OperatorVerbsTest {
    private static final String ONE = "AAA01.PN000001.BCL";
    private static final String TWO = "AAA01.PN000002.BCL";
    private static final String OTHER_STREAM = "AAA02.PN000001.BCL";
    private static final String OTHER = "BBB01.PN000001.BCL";
    private static final String ACTS = "select count(*) from operator_action where verb <> 'override-window'";

    @TempDir
    Path disk;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_held_file_keeps_back_the_later_files_of_its_stream_alone_until_it_is_released(Databases databases)
            throws Exception {
        try (OpenHome home = OpenHome.at(disk, databases, 0)) {
            takeIn(home, ONE, TWO, OTHER_STREAM, OTHER);
            long one = home.file(TWO).id();

            assertThat(home.give("hold", ONE, "--reason", "sender asked").code())
                    .isEqualTo(ExitCode.DONE);
            assertThat(home.give("rerun", ONE, "--rehearse").out()).contains("no reference data is loaded yet");
            OpenHome.Result night = home.night();

            assertThat(night.code()).isEqualTo(ExitCode.DONE);
            assertThat(night.err()).contains("Kept back: ").contains("sender asked");
            assertThat(states(home))
                    .containsExactly(FileState.HELD, FileState.TAKEN, FileState.ANSWERED, FileState.ANSWERED);
            assertThat(home.give("status").out())
                    .contains("nothing can be done before an operator acts: 2 files held or waiting behind a held one")
                    .contains("1 file waits behind a held one of the same stream")
                    .doesNotContain("for the next night");
            assertThat(home.give("hold", ONE, "--reason", "again").code()).isEqualTo(ExitCode.USAGE);
            assertThat(home.give("release", Long.toString(one), "--reason", "no")
                            .code())
                    .isEqualTo(ExitCode.USAGE);
            assertThat(home.give("hold", OTHER, "--reason", "late").err())
                    .contains("is finished")
                    .contains("BBB01.PN000001.BCR");
            assertThat(home.count(ACTS)).isEqualTo(1);

            assertThat(home.give("release", ONE, "--reason", "confirmed").code())
                    .isEqualTo(ExitCode.DONE);
            assertThat(home.state(ONE)).isEqualTo(FileState.TAKEN);
            assertThat(home.night().code()).isEqualTo(ExitCode.DONE);
            assertThat(states(home)).containsOnly(FileState.ANSWERED);
            assertThat(home.answer("AAA", "AAA01.PN000001.BCR")).contains(ONE);
            assertThat(home.jdbc()
                            .queryForList(
                                    "select actor || ' ' || verb || ' ' || reason from operator_action"
                                            + " where verb in ('hold', 'release') order by id",
                                    String.class))
                    .containsExactly(Actor.name() + " hold sender asked", Actor.name() + " release confirmed");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_held_file_lets_a_lower_number_of_its_stream_go_first(Databases databases) throws Exception {
        try (OpenHome home = OpenHome.at(disk, databases, 0)) {
            takeIn(home, ONE, TWO);

            home.give("hold", TWO, "--reason", "wait");
            home.night();

            assertThat(states(home)).containsExactly(FileState.ANSWERED, FileState.HELD);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_file_that_a_night_is_deciding_is_left_at_once_and_goes_on_where_it_stood(Databases databases)
            throws Exception {
        try (OpenHome home = OpenHome.at(disk, databases, 5)) {
            home.send(ONE, 2000, "A");
            home.send(TWO, 3, "B");
            home.send(OTHER, 3, "C");
            CompletableFuture<OpenHome.Result> night = CompletableFuture.supplyAsync(home::night);
            OpenHome.until(() -> home.count("select count(*) from outcome") > 20);

            assertThat(home.give("rerun", ONE, "--reason", "too early").err()).contains("is being run by");
            assertThat(home.give("hold", ONE, "--reason", "wrong file").code()).isEqualTo(ExitCode.DONE);
            long committed = home.count("select count(*) from outcome where file_id = "
                    + home.file(ONE).id());
            assertThat(night.join().code()).isEqualTo(ExitCode.DONE);

            long id = home.file(ONE).id();
            assertThat(home.count("select count(*) from outcome where file_id = " + id))
                    .isEqualTo(committed)
                    .isLessThan(2000);
            assertThat(states(home)).containsExactly(FileState.HELD, FileState.TAKEN, FileState.ANSWERED);
            List<String> before = outcomes(home, id);
            home.give("release", ONE, "--reason", "right file");
            assertThat(home.state(ONE)).isEqualTo(FileState.PAUSED);
            assertThat(home.night().code()).isEqualTo(ExitCode.DONE);
            assertThat(states(home)).containsOnly(FileState.ANSWERED);
            assertThat(outcomes(home, id)).hasSize(2000).containsAll(before);
            assertThat(home.count("select count(distinct crn) from contact")).isEqualTo(2006);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_rehearsal_tells_all_and_changes_nothing_and_the_rerun_is_held_against_it(Databases databases)
            throws Exception {
        try (OpenHome home = OpenHome.at(disk, databases, 5)) {
            long id = failHalfway(home);
            Map<String, List<String>> picture = picture(home);
            assertThat(picture)
                    .hasSizeGreaterThan(25)
                    .containsKeys("inbound_file", "contact_record", "batch_step_execution");

            OpenHome.Result rehearsal = home.give("rerun", ONE, "--rehearse");

            assertThat(rehearsal.code()).isEqualTo(ExitCode.DONE);
            assertThat(rehearsal.out())
                    .contains("Committed, and stays: 5 contacts: 5 accepted")
                    .contains("CRNs 5000000001 to 5000000005")
                    .contains("Would be done: 15 contacts judged")
                    .contains("Would come: AAA01.PN000001.BCR")
                    .contains("20 contacts: 20 accepted, 0 rejected, 0 repeated");
            assertThat(picture(home)).isEqualTo(picture);
            assertThat(home.give("release", ONE, "--reason", "no").err()).contains("rerun " + id);

            List<String> before = outcomes(home, id);
            OpenHome.Result rerun = home.give("rerun", Long.toString(id), "--reason", "mended");
            assertThat(rerun.code()).isEqualTo(ExitCode.DONE);
            assertThat(home.state(ONE)).isEqualTo(FileState.PAUSED);
            assertThat(home.give("rerun", ONE, "--now", "--reason", "hurry").code())
                    .isEqualTo(ExitCode.DONE);
            assertThat(home.state(ONE)).isEqualTo(FileState.ANSWERED);
            assertThat(outcomes(home, id)).hasSize(20).containsAll(before);
            assertThat(notices(home)).containsExactly("as planned: BCR with 20 accepted, 0 rejected, 0 repeated");

            Map<String, List<String>> finished = picture(home);
            assertThat(finished).containsKey("AAA/outbound/AAA01.PN000001.BCR");
            OpenHome.Result again = home.give("rerun", ONE, "--now", "--reason", "once more");
            assertThat(again.code()).isEqualTo(ExitCode.NOTHING_TO_DO);
            assertThat(again.err()).contains("AAA01.PN000001.BCR").contains("20 accepted");
            assertThat(picture(home)).isEqualTo(finished);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_committed_outcome_that_was_changed_since_holds_the_file(Databases databases) throws Exception {
        try (OpenHome home = OpenHome.at(disk, databases, 5)) {
            long id = failHalfway(home);
            home.give("rerun", ONE, "--reason", "mended");
            home.jdbc().update("update outcome set findings = 'x' where file_id = ? and line = 2", id);

            OpenHome.Result night = home.night();

            assertThat(night.code()).isEqualTo(ExitCode.FAILED);
            assertThat(home.state(ONE)).isEqualTo(FileState.HELD);
            assertThat(home.file(ONE).holdReason()).contains("line 2 has another outcome");
            assertThat(new Home(disk).outbound("AAA").resolve("AAA01.PN000001.BCR"))
                    .doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_altered_sealed_copy_is_foreseen_and_a_rerun_after_its_repair_answers(Databases databases) throws Exception {
        try (OpenHome home = OpenHome.at(disk, databases, 0)) {
            takeIn(home, ONE, OTHER);
            Path sealed = new Home(disk).sealed(home.file(ONE).digest());
            byte[] bytes = Files.readAllBytes(sealed);
            sealed.toFile().setWritable(true);
            Files.write(sealed, new byte[] {1});

            assertThat(home.night().code()).isEqualTo(ExitCode.FAILED);

            assertThat(states(home)).containsExactly(FileState.HELD, FileState.ANSWERED);
            assertThat(home.file(ONE).heldBy()).isNull();
            assertThat(home.give("rerun", ONE, "--rehearse").out())
                    .contains("would fail again")
                    .contains("altered");
            Files.write(sealed, bytes);
            assertThat(home.give("rerun", ONE, "--rehearse").out()).contains("Would come: AAA01.PN000001.BCR");
            home.give("rerun", ONE, "--reason", "restored");
            assertThat(home.night().code()).isEqualTo(ExitCode.DONE);
            assertThat(notices(home)).containsExactly("as planned: BCR with 2 accepted, 0 rejected, 0 repeated");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_paused_file_is_finished_at_once_and_no_other(Databases databases) throws Exception {
        try (OpenHome home = OpenHome.at(disk, databases, 5)) {
            home.send(ONE, 2000, "A");
            StopRequest stop = new StopRequest();
            CompletableFuture<OpenHome.Result> night =
                    CompletableFuture.supplyAsync(() -> home.give(stop, "night", "--override-window", "test"));
            OpenHome.until(() -> home.count("select count(*) from outcome") > 20);
            stop.request("test");
            assertThat(night.join().code()).isEqualTo(ExitCode.STOPPED);
            assertThat(home.state(ONE)).isEqualTo(FileState.PAUSED);
            home.send(OTHER, 1, "B");
            long left = 2000 - home.count("select count(*) from outcome");

            OpenHome.Result now = home.giveOnTerminal("rerun", ONE, "--reason", "needed by nine", "--now");

            assertThat(now.code()).isEqualTo(ExitCode.DONE);
            assertThat(now.err()).contains("100%% %,d of ~%,d contacts".formatted(left, left));
            assertThat(now.out()).contains("2000 accepted");
            assertThat(new Home(disk).inbound("BBB").resolve(OTHER)).exists();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_reset_stream_starts_again_and_old_numbers_do_not_count(Databases databases) throws Exception {
        try (OpenHome home = OpenHome.at(disk, databases, 0)) {
            home.send(ONE, 2, "A");
            home.send("AAA01.PN999999.BCL", 1, "B");
            home.night();
            home.send(ONE, 2, "A");
            home.night();
            assertThat(home.count("select count(*) from answer")).isEqualTo(2);

            assertThat(home.give("reset-stream", "AAA01.PN.BCL", "--reason", "full")
                            .code())
                    .isEqualTo(ExitCode.DONE);
            assertThat(home.give("reset-stream", "AAA09.PN.BCL", "--reason", "full")
                            .code())
                    .isEqualTo(ExitCode.USAGE);
            home.send(ONE, 2, "A");
            assertThat(home.night().code()).isEqualTo(ExitCode.DONE);

            assertThat(home.answer("AAA", "AAA01.PN000003.BCR"))
                    .contains("CON00011")
                    .contains(",2,0,0,2,");
            home.send(ONE, 2, "A");
            home.send(TWO, 1, "C");
            home.night();
            assertThat(home.count("select count(*) from answer")).isEqualTo(4);
            assertThat(home.answer("AAA", "AAA01.PN000004.BCR")).contains(TWO);
            home.send("AAA01.PN000001.BCL", 1, "D");
            home.night();
            assertThat(home.answer("AAA", "AAA01.PN000001.FRJ")).contains("FIL00011");
            assertThat(home.give("reconcile").code()).isEqualTo(ExitCode.DONE);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_disk_that_does_not_take_answers_makes_files_wait_and_holds_none(Databases databases) throws Exception {
        try (OpenHome home = OpenHome.at(disk, databases, 5)) {
            home.send(ONE, 30, "A");
            home.send(TWO, 3, "B");
            Path outbound = new Home(disk).outbound("AAA");
            Files.writeString(Files.createDirectories(outbound.getParent()).resolve("outbound"), "no folder");

            OpenHome.Result night = home.night();

            assertThat(night.code()).isEqualTo(ExitCode.FAILED);
            assertThat(night.err()).contains("Failed: ");
            assertThat(home.count("select count(*) from inbound_file where state = 'HELD'"))
                    .isZero();
            Files.delete(outbound);
            assertThat(home.night().code()).isEqualTo(ExitCode.DONE);
            assertThat(states(home)).containsOnly(FileState.ANSWERED);
        }
    }

    @Test
    void at_once_means_inside_the_window_and_an_unknown_or_ambiguous_file_is_refused() throws Exception {
        DateTimeFormatter minutes = DateTimeFormatter.ofPattern("HH:mm");
        LocalTime now = UkTime.localTime(Instant.now());
        Map<String, String> later = Map.of(
                "bcl.window.opens", now.plusHours(2).format(minutes),
                "bcl.window.closes", now.plusHours(3).format(minutes));
        try (OpenHome home = OpenHome.at(disk, Databases.H2, 0, later)) {
            takeIn(home, ONE);
            home.give("hold", ONE, "--reason", "wait");

            OpenHome.Result outside = home.give("rerun", ONE, "--reason", "hurry", "--now");

            assertThat(outside.code()).isEqualTo(ExitCode.OUTSIDE_WINDOW);
            assertThat(home.state(ONE)).isEqualTo(FileState.HELD);
            assertThat(home.count(ACTS)).isEqualTo(1);
            assertThat(home.give("hold", "99", "--reason", "x").code()).isEqualTo(ExitCode.USAGE);
            home.give("rerun", ONE, "--reason", "tonight");
            home.night();
            home.send(ONE, 2, ONE);
            home.night();
            assertThat(home.give("rerun", ONE, "--reason", "x").err())
                    .contains("Several deliveries")
                    .contains("  1  AAA/" + ONE)
                    .contains("  2  AAA/" + ONE);
            assertThat(home.give("rerun", "2", "--reason", "x").code()).isEqualTo(ExitCode.NOTHING_TO_DO);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void of_two_reruns_at_once_at_the_same_moment_one_works_and_the_other_leaves(Databases databases) throws Exception {
        try (OpenHome home = OpenHome.at(disk, databases, 5)) {
            for (int number = 1; number <= 3; number++) {
                String name = "AAA01.PN%06d.BCL".formatted(number);
                home.send(name, number * 5, name);
                home.takeIn();
                home.give("hold", name, "--reason", "wait");
                CyclicBarrier moment = new CyclicBarrier(2);
                var both = Stream.generate(() -> rerunAt(moment, home, name))
                        .limit(2)
                        .toList();

                List<ExitCode> codes =
                        both.stream().map(each -> each.join().code()).toList();

                // The other finds the lease taken, the file in work, or an answer: also after it was let in.
                assertThat(codes)
                        .as(both.stream().map(CompletableFuture::join).toList().toString())
                        .containsOnlyOnce(ExitCode.DONE)
                        .containsAnyOf(ExitCode.BUSY, ExitCode.USAGE, ExitCode.NOTHING_TO_DO);
                assertThat(home.state(name)).isEqualTo(FileState.ANSWERED);
                assertThat(home.count("select count(*) from operator_action where verb = 'rerun'"))
                        .isEqualTo(number);
            }
            assertThat(home.count("select count(*) from rerun_plan where settled_at is null"))
                    .isZero();
            assertThat(home.count("select count(*) from answer")).isEqualTo(3);
            assertThat(home.count("select count(distinct crn) from contact")).isEqualTo(30);
        }
    }

    @Test
    void a_night_outside_the_window_is_recorded_as_an_act_with_its_reason() throws Exception {
        DateTimeFormatter minutes = DateTimeFormatter.ofPattern("HH:mm");
        LocalTime now = UkTime.localTime(Instant.now());
        Map<String, String> later = Map.of(
                "bcl.window.opens", now.plusHours(2).format(minutes),
                "bcl.window.closes", now.plusHours(3).format(minutes));
        try (OpenHome home = OpenHome.at(disk, Databases.H2, 0, later)) {
            assertThat(home.give("night").code()).isEqualTo(ExitCode.OUTSIDE_WINDOW);
            assertThat(home.count("select count(*) from run")).isZero();

            assertThat(home.give("night", "--override-window", "late reference data")
                            .code())
                    .isEqualTo(ExitCode.DONE);

            assertThat(home.jdbc()
                            .queryForList(
                                    "select actor || '/' || verb || '/' || subject || '/' || reason from operator_action",
                                    String.class))
                    .containsExactly(Actor.name() + "/override-window/run 1/late reference data");
            assertThat(home.jdbc().queryForList("select override_reason from run", String.class))
                    .containsExactly("late reference data");
        }
    }

    private static CompletableFuture<OpenHome.Result> rerunAt(CyclicBarrier moment, OpenHome home, String name) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                moment.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
            return home.give("rerun", name, "--now", "--reason", "hurry");
        });
    }

    private static void takeIn(OpenHome home, String... names) throws Exception {
        for (String name : names) {
            home.send(name, 2, name);
        }
        home.takeIn();
        assertThat(states(home)).hasSize(names.length).containsOnly(FileState.TAKEN);
    }

    /** Its second chunk fails, since a row stands in the way; then the row is taken away. */
    private static long failHalfway(OpenHome home) throws Exception {
        home.send(ONE, 20, "A");
        home.jdbc().update("insert into outcome (file_id, line, kind) values (1, 12, 'RJ')");
        assertThat(home.night().code()).isEqualTo(ExitCode.FAILED);
        assertThat(home.state(ONE)).isEqualTo(FileState.HELD);
        assertThat(home.file(ONE).id()).isEqualTo(1);
        home.jdbc().update("delete from outcome where file_id = 1 and line = 12");
        return 1;
    }

    private static List<FileState> states(OpenHome home) {
        return home.files().all().stream().map(file -> file.state()).toList();
    }

    private static List<String> outcomes(OpenHome home, long id) {
        return home.jdbc()
                .queryForList(
                        "select line || ' ' || kind || ' ' || crn from outcome where file_id = ? order by line",
                        String.class,
                        id);
    }

    private static List<String> notices(OpenHome home) {
        return home.jdbc().queryForList("select detail from notice where kind = 'RERUN' order by id", String.class);
    }

    /** Every row of every table, Spring Batch's own and the schema's history too, and every answer. */
    private static Map<String, List<String>> picture(OpenHome home) throws IOException {
        Map<String, List<String>> picture = new TreeMap<>();
        List<String> tables = home.jdbc()
                .queryForList(
                        "select table_name from information_schema.tables"
                                + " where table_schema = current_schema and table_type = 'BASE TABLE'",
                        String.class);
        for (String table : tables) {
            List<String> rows = home.jdbc().query("select * from \"" + table + "\"", OperatorVerbsTest::row);
            picture.put(table.toLowerCase(Locale.ROOT), rows.stream().sorted().toList());
        }
        Picture.answers(home.root())
                .forEach((name, bytes) ->
                        picture.put(name, List.of(HexFormat.of().formatHex(bytes))));
        return picture;
    }

    private static String row(ResultSet rows, int number) throws SQLException {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            byte[] bytes = rows.getObject(i) instanceof byte[] found ? found : null;
            row.append(bytes == null ? rows.getString(i) : HexFormat.of().formatHex(bytes))
                    .append('|');
        }
        return row.toString();
    }
}
