package bcl.reports;

import static bcl.testsupport.LedgerHome.accepted;
import static bcl.testsupport.LedgerHome.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.commands.StatusRequest;
import bcl.ledger.LedgerFile;
import bcl.ledger.NewRun;
import bcl.ledger.Notice;
import bcl.ledger.Quarantined;
import bcl.ledger.RunLedger;
import bcl.testsupport.BclFiles;
import bcl.testsupport.Databases;
import bcl.testsupport.LedgerHome;
import bcl.testsupport.Sessions;
import bcl.wire.Finding;
import bcl.wire.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatusHandlerTest {
    private static final String EVIL = "\u001b[31m\u202EXYZ.BCL";

    @TempDir
    Path folder;

    private LedgerHome home;
    private Sessions sessions;

    @AfterEach
    void close() {
        home.close();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void json_has_the_published_keys_and_every_file(Databases databases) {
        home(databases);

        JsonNode json = json();

        assertThat(json.propertyNames())
                .containsExactly("files", "contacts", "rejectionsByCode", "running", "gaps", "quarantine", "next");
        assertThat(json.at("/files/0").propertyNames())
                .containsExactly(
                        "number",
                        "name",
                        "organisation",
                        "state",
                        "contacts",
                        "accepted",
                        "rejected",
                        "repeated",
                        "answer",
                        "reason");
        assertThat(json.get("files")).hasSize(6);
        assertThat(json.get("contacts").asLong()).isEqualTo(3);
        assertThat(json.get("rejectionsByCode").toString()).isEqualTo("{\"FIL00001\":1,\"MPR00002\":1}");
        assertThat(json.get("running").isNull()).isTrue();
        assertThat(json.get("gaps").toString())
                .isEqualTo("[{\"stream\":\"XYZ01.PN.BCL\",\"from\":43,\"to\":44,\"before\":2,"
                        + "\"at\":\"2023-03-01T19:32:07Z\"}]");
        assertThat(json.at("/quarantine/0/storedAs").asString()).isEqualTo("ab-x");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void each_file_says_its_counts_its_answer_and_why_it_is_as_it_is(Databases databases) {
        home(databases);

        List<String> files = new ArrayList<>();
        json().get("files").forEach(each -> files.add(each.toString()));

        assertThat(files.get(0))
                .isEqualTo(
                        "{\"number\":1,\"name\":\"XYZ01.PN000042.BCL\",\"organisation\":\"XYZ\",\"state\":\"ANSWERED\","
                                + "\"contacts\":3,\"accepted\":2,\"rejected\":1,\"repeated\":0,"
                                + "\"answer\":\"XYZ01.PN000001.BCR\",\"reason\":null}");
        assertThat(files.get(1)).contains("\"state\":\"HELD\"", "\"answer\":null", "\"reason\":\"line 4 fails\"");
        assertThat(files.get(2))
                .contains("\"state\":\"ANSWERED\"", "\"answer\":\"XYZ01.PN000001.FRJ\"", "\"reason\":\"FIL00001\"");
        assertThat(files.get(3))
                .contains("\"answer\":\"XYZ01.PN000001.BCR\"", "\"reason\":\"repeats file 1, whose answer stands\"");
        assertThat(files.get(4)).contains("\"state\":\"PAUSED\"", "\"contacts\":2", "the next night goes on");
        assertThat(files.get(5)).contains("\"state\":\"TAKEN\"", "\"reason\":null");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_the_last_run_failed_at_is_told_until_a_run_is_without(Databases databases) {
        home(databases);
        run(1, "0 files answered; failed at reference data: a.csv is refused. Also at answer B: full.");

        String told = json().at("/next/0").asString();
        run(0, "7 files answered");
        String then = json().get("next").toString();

        assertThat(told)
                .isEqualTo("The last run failed at reference data: a.csv is refused. Also at answer B:"
                        + " full. Mend it, then ./run.sh night --home " + folder);
        assertThat(then).doesNotContain("failed at");
    }

    private void run(int code, String detail) {
        RunLedger runs = new RunLedger(home.jdbc());
        long run = runs.start(new NewRun("night", "here", LedgerHome.START, null, null, null, null));
        runs.finish(run, LedgerHome.START, code, detail);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_to_do_next_is_told_in_commands(Databases databases) {
        home(databases);

        List<String> next = new ArrayList<>();
        json().get("next").forEach(each -> next.add(each.asString()));

        assertThat(next)
                .hasSize(4)
                .anyMatch(step -> step.contains("./run.sh rerun --home " + folder + " 2 --reason \"REASON\""))
                .anyMatch(step -> step.equals("2 files wait for the next night: ./run.sh night --home " + folder))
                .anyMatch(step -> step.startsWith("Ask the sender of XYZ01.PN.BCL for 000043 to 000044"))
                .anyMatch(step -> step.contains("quarantine/ab-x"));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void people_get_a_page(Databases databases) {
        home(databases);

        ExitCode exit = handle(false);

        assertThat(exit).isEqualTo(ExitCode.DONE);
        assertThat(sessions.out())
                .contains(
                        "No night is running.",
                        "Files     6: TAKEN 1, PAUSED 1, ANSWERED 3, HELD 1",
                        "Contacts  3 logged; in the files 2 accepted, 1 rejected, 0 repeated",
                        "MPR00002  Check digits of the meter point reference are wrong",
                        "MSN00002  Serial number differs from the one recorded",
                        "XYZ01.PN.BCL  000043 to 000044, before file 2",
                        "What to do next")
                .containsSubsequence("Not finished", "HELD", "line 4 fails", "TAKEN", "Answered, the newest first");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void names_of_strangers_move_no_cursor(Databases databases) {
        home(databases);

        handle(false);
        assertThat(sessions.out()).contains("\\u001B[31m\\u202EXYZ.BCL");
        assertThat(sessions.out().chars()).allMatch(c -> c == '\n' || c == '\r' || (c >= 0x20 && c < 0x7F));

        handle(true);
        assertThat(sessions.out().chars()).allMatch(c -> c == '\n' || c == '\r' || (c >= 0x20 && c < 0x7F));
        assertThat(json().at("/files/2/name").asString()).isEqualTo(EVIL);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_running_night_is_told_while_its_lease_lives(Databases databases) {
        home(databases);
        home.jdbc()
                .update("insert into lease values ('night', 'host 17', 3, 4, current_timestamp + interval '1' hour)");
        home.jdbc()
                .update("insert into run (command, holder, started_at, window_closes) values ('night', 'host 17',"
                        + " timestamp with time zone '2023-03-02 00:00:01+00',"
                        + " timestamp with time zone '2023-03-02 07:00:00+00')");

        JsonNode running = json().get("running");
        assertThat(running.get("holder").asString()).isEqualTo("host 17");
        assertThat(running.get("since").asString()).isEqualTo("2023-03-02T00:00:01Z");
        assertThat(running.get("windowCloses").asString()).isEqualTo("2023-03-02T07:00:00Z");
        handle(false);
        assertThat(sessions.out()).contains("A night is running: host 17, since 2023-03-02 00:00:01 GMT");

        home.jdbc().update("update lease set expires_at = current_timestamp - interval '1' second");
        assertThat(json().get("running").isNull()).isTrue();
    }

    @Test
    void an_empty_home_has_nothing_to_do() {
        home = new LedgerHome(Databases.H2.fresh(), folder);

        assertThat(json().toString())
                .isEqualTo("{\"files\":[],\"contacts\":0,\"rejectionsByCode\":{},\"running\":null,\"gaps\":[],"
                        + "\"quarantine\":[],\"next\":[]}");
        handle(false);
        assertThat(sessions.out()).contains("Nothing: every file has its answer.");
    }

    @Test
    void a_page_stays_a_page_for_ten_thousand_files_and_json_has_them_all() {
        home = new LedgerHome(Databases.H2.fresh(), folder);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 1; i <= 10_000; i++) {
            rows.add(new Object[] {"file " + i, i % 2 == 0 ? "ANSWERED" : "TAKEN"});
        }
        home.jdbc()
                .batchUpdate(
                        "insert into inbound_file (organisation, name, digest, size, received_at, state)"
                                + " values ('XYZ', ?, 'x', 1, current_timestamp, ?)",
                        rows);

        handle(false);
        assertThat(sessions.out().lines()).hasSizeLessThan(100);
        assertThat(sessions.out()).contains("Not finished (50 of 5,000)", "Answered, the newest first (20 of 5,000)");
        assertThat(json().get("files")).hasSize(10_000);
    }

    private void home(Databases databases) {
        home = new LedgerHome(databases.fresh(), folder);
        LedgerFile worked = home.answered(
                "XYZ",
                "XYZ01.PN000042.BCL",
                BclFiles.WORKED,
                accepted(new Finding(2, 5, Reason.MSN00002, "L01")),
                accepted(),
                rejected(Reason.MPR00002, 4));
        LedgerFile held = home.take("XYZ", "XYZ01.PN000045.BCL", BclFiles.enquiries(45, 0, 1));
        home.operators()
                .notice(new Notice(
                        LedgerHome.START,
                        "FIL00019",
                        held.id(),
                        "XYZ01.PN.BCL",
                        "Generation numbers 000043 to 000044 are missing before this file; ask the sender"));
        home.files().hold(held, "line 4 fails");
        home.rejectedWhole("XYZ", EVIL, "x", Reason.FIL00001);
        home.repeats(worked, BclFiles.WORKED);
        LedgerFile paused = home.open(home.take("XYZ", "XYZ02.PN000001.BCL", BclFiles.enquiries(1, 10, 2)));
        home.decideSome(paused, ordinal -> accepted(), 1);
        home.files().pause(paused);
        home.take("XYZ", "XYZ03.PN000001.BCL", BclFiles.enquiries(1, 20, 1));
        home.operators()
                .quarantined(new Quarantined(
                        "QQQ", "x", "ab-x", "0".repeat(64), 1, "no such organisation", LedgerHome.START));
    }

    private JsonNode json() {
        handle(true);
        return JsonMapper.builder().build().readTree(sessions.out());
    }

    private ExitCode handle(boolean json) {
        sessions = new Sessions(folder);
        return new StatusHandler(new StatusSources(
                        new bcl.ledger.Overview(home.jdbc()),
                        new RunLedger(home.jdbc()),
                        home.answers(),
                        home.operators(),
                        home.search(),
                        home.clock(),
                        java.util.Optional::empty))
                .handle(new StatusRequest(folder, json), sessions.session());
    }
}
