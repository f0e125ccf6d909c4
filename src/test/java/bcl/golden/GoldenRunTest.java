package bcl.golden;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.wire.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner itself: it must see every difference, or the golden test proves nothing. */
class GoldenRunTest {
    private static final Clock NIGHT = Clock.fixed(Instant.parse("2026-11-21T00:15:00Z"), ZoneOffset.UTC);
    private static final String INBOUND = "\"L01\",\"R-1\",\"FLE\"\r\n";
    private static final String ANSWER = """
            "A00",1,"BCR",{date},"{time}",1\r
            "L50","S0101.PN000001.BCL",1,{date},"{time}",{date},"{time}",2,2,0,0,20261120,"digest"\r
            "L51","AC","R-1","FLE",,{crn:1},"AACA",2\r
            "L51","AC","R-2","FLE",,{crn:2},"AACA",4\r
            "Z99",4\r
            """;
    private static final String NAME = "S0101.PN000001.BCR";

    @TempDir
    Path disk;

    private Path root;

    @BeforeEach
    void oneCaseOfTwoNights() throws IOException {
        root = disk.resolve("cases");
        lay("reference/organisations.csv", "short_code,organisation_id,name,role,bulk\nS01,1,Sample,S,Y\n");
        lay("first/notes.md", "# first\n");
        lay("first/night-1/S01/S0101.PN000001.BCL", INBOUND);
        lay("first/answers/night-1/S01/" + NAME, ANSWER);
        lay("first/night-2/resolve.csv", "crn,status,reason\n{crn:1},CCIV,not found\n");
        lay("first/night-2/S01/S0101.PN000002.BCL", "\"L01\",\"R-3\",\"FLE\",{crn:1}\r\n");
        lay("first/answers/night-2/S01/S0101.PN000002.BCR", """
                "A00",1,"BCR",{date},"{time}",2\r
                "L50","S0101.PN000002.BCL",2,{date},"{time}",{date},"{time}",1,0,1,0,20261120,"{digest}"\r
                "L51","RJ","R-3","FLE",,,,2\r
                "S72","CON00007"\r
                "L52",2,"L01",7,"PREVIOUS_CONTACT_REFERENCE","{crn:1}","text"\r
                "Z99",5\r
                """);
    }

    @Test
    void answers_as_they_are_due_pass_and_contacts_are_closed_between_the_nights() throws IOException {
        FakeEngine engine = engine();

        assertThat(problems(engine)).isEmpty();
        assertThat(engine.resolved()).containsExactly("crn,status,reason", "5000000001,CCIV,not found");
    }

    @Test
    void a_changed_byte_fails_and_is_shown() throws IOException {
        FakeEngine engine = engine().after(1, home -> change(home, "\"R-2\"", "\"R-9\""));

        assertThat(problems(engine))
                .startsWith("night 1, S01/" + NAME + ": not what is due")
                .contains(
                        "    -   4 \"L51\",\"AC\",\"R-2\",\"FLE\",,{crn},\"AACA\",4",
                        "    +   4 \"L51\",\"AC\",\"R-9\",\"FLE\",,{crn},\"AACA\",4");
    }

    @Test
    void a_line_end_without_its_return_fails_and_is_shown() throws IOException {
        FakeEngine engine = engine().after(1, home -> change(home, "\"Z99\",4\r", "\"Z99\",4"));

        assertThat(problems(engine)).contains("    -   5 \"Z99\",4", "    +   5 \"Z99\",4<no CR>");
    }

    @Test
    void a_missing_answer_fails() throws IOException {
        FakeEngine engine = engine().after(1, home -> Files.delete(answer(home)));

        assertThat(problems(engine)).contains("night 1, S01/" + NAME + ": no such answer");
    }

    @Test
    void an_answer_that_is_not_due_fails() throws IOException {
        FakeEngine engine = engine().after(
                        1, home -> Files.writeString(answer(home).resolveSibling("S0101.PN000001.FRJ"), "\"A00\"\r\n"));

        assertThat(problems(engine)).contains("night 1, S01/S0101.PN000001.FRJ: an answer that is not due");
    }

    @Test
    void an_answer_to_an_organisation_of_no_case_fails() throws IOException {
        FakeEngine engine = engine().after(2, home -> {
            Path outbound = Files.createDirectories(new Home(home).outbound("X99"));
            Files.writeString(outbound.resolve("X9901.PN000001.BCR"), "");
        });

        assertThat(problems(engine)).singleElement().asString().contains("X99/outbound", "of no case");
    }

    @Test
    void a_contact_reference_number_that_is_used_twice_fails() throws IOException {
        FakeEngine engine = engine().after(1, home -> change(home, "5000000002", "5000000001"));

        assertThat(problems(engine)).contains("    {crn:2}: 5000000001 was given before, to first");
    }

    @Test
    void a_contact_reference_number_that_another_case_got_fails() throws IOException {
        lay("second/notes.md", "# second\n");
        lay("second/night-1/S02/S0201.PN000001.BCL", INBOUND);
        lay("second/answers/night-1/S02/S0201.PN000001.BCR", ANSWER.replace("S0101", "S0201"));
        FakeEngine engine = engine().after(
                        1,
                        home -> change(
                                new Home(home).outbound("S02").resolve("S0201.PN000001.BCR"),
                                "5000000003",
                                "5000000001"));

        assertThat(problems(engine)).contains("    {crn:1}: 5000000001 was given before, to first");
    }

    @Test
    void a_contact_reference_number_below_the_first_one_fails() throws IOException {
        FakeEngine engine = engine().after(1, home -> change(home, "5000000002", "4999999999"));

        assertThat(problems(engine)).contains("    {crn:2}: 4999999999 is no CRN, the first is 5000000001");
    }

    @Test
    void a_label_that_gets_another_number_on_a_later_night_fails() throws IOException {
        FakeEngine engine = engine().after(2, home -> change(second(home), "5000000001", "5000000002"));

        assertThat(problems(engine))
                .anyMatch(line -> line.startsWith("night 2, S01/S0101.PN000002.BCR: not what is due"));
    }

    @Test
    void a_digest_of_other_bytes_fails() throws IOException {
        FakeEngine engine = engine().after(2, home -> {
            String text = Files.readString(second(home));
            Files.writeString(second(home), text.replaceAll("[0-9a-f]{64}", "0".repeat(64)));
        });

        assertThat(problems(engine)).anyMatch(line -> line.contains("\"{digest}\""));
    }

    @Test
    void an_earlier_answer_that_changes_or_goes_fails() throws IOException {
        FakeEngine changing = engine().after(2, home -> change(home, "001500", "001501"));
        FakeEngine losing = engine().after(2, home -> Files.delete(answer(home)));

        assertThat(problems(changing)).contains("night 2, S01/" + NAME + ": the bytes of an earlier answer changed");
        assertThat(problems(losing)).containsExactly("night 2, S01/" + NAME + ": an earlier answer has gone");
    }

    @Test
    void a_time_outside_the_night_or_before_what_it_follows_fails() throws IOException {
        FakeEngine late =
                engine().after(1, home -> change(home, "\"BCR\",20261121,\"001500\"", "\"BCR\",20261121,\"001501\""));
        FakeEngine early =
                engine().after(1, home -> change(home, "\"BCR\",20261121,\"001500\"", "\"BCR\",20261121,\"001459\""));

        assertThat(problems(late)).anyMatch(line -> line.contains("20261121001501 is not within the night"));
        assertThat(problems(early)).anyMatch(line -> line.contains("are not in this order"));
    }

    @Test
    void placeholders_in_the_answer_itself_fail() throws IOException {
        FakeEngine engine = engine().after(1, home -> change(home, "20261121,\"001500\",1", "{date},\"{time}\",1"));

        assertThat(problems(engine)).contains("    placeholders stand in the answer itself");
    }

    @Test
    void a_file_that_is_left_in_inbound_fails() throws IOException {
        FakeEngine engine = engine().after(
                        1,
                        home -> Files.writeString(
                                new Home(home).inbound("S01").resolve("S0101.PN000001.BCL"), INBOUND));

        assertThat(problems(engine)).anyMatch(line -> line.contains("inbound: holds [S01/S0101.PN000001.BCL]"));
    }

    @Test
    void a_night_that_fails_is_told_beside_what_it_left_undone() throws IOException {
        NightRunner broken = home -> {
            throw new IOException("disk full");
        };

        List<String> problems = run(broken, (home, csv) -> {}).judge(SampleCases.discover(root)).values().stream()
                .flatMap(List::stream)
                .toList();

        assertThat(problems)
                .anyMatch(line -> line.contains("disk full"))
                .contains("night 1, S01/" + NAME + ": no such answer");
    }

    @Test
    void an_answer_taken_away_must_come_back_with_the_same_bytes() throws IOException {
        lay("first/night-3/removed.txt", "S01/" + NAME + "\n");
        lay("first/answers/night-3/S01/" + NAME, ANSWER);
        FakeEngine same = engine();
        FakeEngine other = engine().after(3, home -> change(home, "001500", "001501"));
        FakeEngine none = engine().after(3, home -> Files.delete(answer(home)));

        assertThat(problems(same)).isEmpty();
        assertThat(problems(other)).contains("night 3, S01/" + NAME + ": put back with other bytes");
        assertThat(problems(none)).contains("night 3, S01/" + NAME + ": no such answer");
    }

    @Test
    void bytes_that_are_due_in_quarantine_may_lie_anywhere_in_it() throws IOException {
        lay("first/night-1/ZZZ/ZZZ01.PN000001.BCL", "lost");
        lay("first/answers/night-1/quarantine/ZZZ01.PN000001.BCL", "lost");
        FakeEngine losing =
                engine().after(1, home -> Files.delete(home.resolve("quarantine/some-day/ZZZ01.PN000001.BCL")));

        assertThat(problems(engine())).isEmpty();
        assertThat(problems(losing))
                .containsExactly("night 1, quarantine/ZZZ01.PN000001.BCL: these bytes are not in quarantine");
    }

    @Test
    void cases_with_other_settings_get_a_home_of_their_own() throws IOException {
        lay("second/notes.md", "# second\n");
        lay("second/application.yml", "bcl:\n");
        lay("second/night-1/S02/S0201.PN000001.BCL", INBOUND);
        lay("second/reference/organisations.csv", "short_code,organisation_id,name,role,bulk\nS02,2,Sample,S,Y\n");

        GoldenRun run = run(home -> {}, (home, csv) -> {});

        run.judge(SampleCases.discover(root));

        Path work = run.work();
        assertThat(work.resolve("home-1/application.yml")).doesNotExist();
        assertThat(work.resolve("home-1/reference/organisations.csv")).content().doesNotContain("S02");
        assertThat(work.resolve("home-2/application.yml")).hasContent("bcl:");
        assertThat(work.resolve("home-2/reference/organisations.csv"))
                .hasContent("short_code,organisation_id,name,role,bulk\nS01,1,Sample,S,Y\nS02,2,Sample,S,Y\n");
    }

    @Test
    void writing_anew_gives_back_the_templates_that_a_right_engine_was_judged_by() throws IOException {
        FakeEngine engine = engine();
        SampleCases cases = SampleCases.discover(root);
        String second = Files.readString(root.resolve("first/answers/night-2/S01/S0101.PN000002.BCR"));
        engine.after(1, home -> Files.writeString(root.resolve("first/answers/night-1/S01/S0101.PN000009.FRJ"), "old"));

        List<String> failures = run(engine, engine).write(cases);

        assertThat(failures).isEmpty();
        assertThat(Folders.list(root.resolve("first/answers/night-1/S01"))).hasSize(1);
        assertThat(root.resolve("first/answers/night-1/S01/" + NAME)).hasContent(ANSWER);
        assertThat(root.resolve("first/answers/night-2/S01/S0101.PN000002.BCR")).hasContent(second);
    }

    private FakeEngine engine() throws IOException {
        return new FakeEngine(SampleCases.discover(root));
    }

    private List<String> problems(FakeEngine engine) throws IOException {
        return run(engine, engine).judge(SampleCases.discover(root)).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private GoldenRun run(NightRunner runner, ContactResolver resolver) throws IOException {
        return new GoldenRun(Files.createTempDirectory(disk, "work"), runner, resolver, NIGHT);
    }

    private static Path answer(Path home) {
        return new Home(home).outbound("S01").resolve(NAME);
    }

    private static Path second(Path home) {
        return new Home(home).outbound("S01").resolve("S0101.PN000002.BCR");
    }

    private static void change(Path home, String from, String to) throws IOException {
        Path file = Files.isDirectory(home) ? answer(home) : home;
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private void lay(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
