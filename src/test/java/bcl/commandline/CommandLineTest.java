package bcl.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.commands.Call;
import bcl.commands.ContactRequest;
import bcl.commands.EraseRequest;
import bcl.commands.ExitCode;
import bcl.commands.HelpRequest;
import bcl.commands.HoldRequest;
import bcl.commands.NightRequest;
import bcl.commands.ProofRequest;
import bcl.commands.ReconcileRequest;
import bcl.commands.ReleaseRequest;
import bcl.commands.Request;
import bcl.commands.RerunRequest;
import bcl.commands.ResetStreamRequest;
import bcl.commands.ResolveRequest;
import bcl.commands.SampleNightRequest;
import bcl.commands.StatusRequest;
import bcl.commands.UsageException;
import bcl.commands.ValidateRequest;
import bcl.commands.VerifyRequest;
import bcl.wire.ContactStatus;
import bcl.wire.StreamName;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final Path HERE = Path.of("/some/where");
    private static final Path HOME = Path.of("/srv/bcl");

    @Test
    void each_command_becomes_its_request() {
        assertThat(read("night", "--home", "/srv/bcl"))
                .isEqualTo(new NightRequest(HOME, Optional.empty(), Optional.empty()));
        assertThat(read("night", "--home", "/srv/bcl", "--override-window", " late file ", "--until", "13:30"))
                .isEqualTo(new NightRequest(HOME, Optional.of("late file"), Optional.of(LocalTime.of(13, 30))));
        assertThat(read("validate", "/a", "/b", "--reference", "/r"))
                .isEqualTo(new ValidateRequest(List.of(Path.of("/a"), Path.of("/b")), Path.of("/r")));
        assertThat(read("status", "--home=/srv/bcl", "--json")).isEqualTo(new StatusRequest(HOME, true));
        assertThat(read("contact", "--home", "/srv/bcl", "5000000001"))
                .isEqualTo(new ContactRequest(HOME, 5_000_000_001L, false));
        assertThat(read("reconcile", "--home", "/srv/bcl")).isEqualTo(new ReconcileRequest(HOME));
        assertThat(read("sample-night", "--home", "/srv/bcl", "--samples", "/s"))
                .isEqualTo(new SampleNightRequest(HOME, Path.of("/s")));
    }

    @Test
    void resolve_takes_one_contact_or_a_file() {
        assertThat(read("resolve", "--home", "/srv/bcl", "5000000001", "--status", "CCVA", "--reason", "done"))
                .isEqualTo(
                        new ResolveRequest(HOME, new ResolveRequest.One(5_000_000_001L, ContactStatus.CCVA, "done")));
        assertThat(read("resolve", "--home", "/srv/bcl", "--from", "many.csv"))
                .isEqualTo(new ResolveRequest(HOME, new ResolveRequest.Many(HERE.resolve("many.csv"))));
    }

    @Test
    void the_verbs_of_operators_take_a_file_and_a_reason() {
        assertThat(read("hold", "--home", "/srv/bcl", "17", "--reason", " wait "))
                .isEqualTo(new HoldRequest(HOME, "17", "wait"));
        assertThat(read("release", "XYZ01.PN000001.BCL", "--home", "/srv/bcl", "--reason", "go"))
                .isEqualTo(new ReleaseRequest(HOME, "XYZ01.PN000001.BCL", "go"));
        assertThat(read("rerun", "--home", "/srv/bcl", "17", "--reason", "mended", "--now"))
                .isEqualTo(new RerunRequest(HOME, "17", "mended", false, true));
        assertThat(read("rerun", "--home", "/srv/bcl", "17", "--rehearse"))
                .isEqualTo(new RerunRequest(HOME, "17", "", true, false));
        assertThat(read("reset-stream", "--home", "/srv/bcl", "XYZ01.PN.BCL", "--reason", "full"))
                .isEqualTo(new ResetStreamRequest(
                        HOME, StreamName.parse("XYZ01.PN.BCL").orElseThrow(), "full"));
    }

    @Test
    void content_is_erased_by_a_period_or_by_the_settings() {
        assertThat(read("erase", "--home", "/srv/bcl", "--older-than", "P7Y", "--reason", "schedule"))
                .isEqualTo(new EraseRequest(HOME, Period.ofYears(7), false, false, "schedule"));
        assertThat(read("erase", "--home", "/srv/bcl", "--rehearse"))
                .isEqualTo(new EraseRequest(HOME, null, false, true, ""));
    }

    @Test
    void an_answer_is_verified_on_a_home_or_by_a_written_proof_without_one() {
        String digest = "5F".repeat(32);
        assertThat(read("verify", "--home", "/srv/bcl", "a.BCR", "--digest", digest, "--write-proof"))
                .isEqualTo(new VerifyRequest(HOME, HERE.resolve("a.BCR"), "5f".repeat(32), false, true));
        assertThat(read("verify", "a.BCR", "--proof", "/p", "--digest", digest))
                .isEqualTo(new ProofRequest(HERE.resolve("a.BCR"), Path.of("/p"), "5f".repeat(32)));
    }

    @Test
    void relative_paths_start_at_the_callers_working_directory() {
        assertThat(read("status", "--home", "../home")).isEqualTo(new StatusRequest(Path.of("/some/home"), false));
        assertThat(read("validate", "@a 'b'", "--reference", "."))
                .isEqualTo(new ValidateRequest(List.of(HERE.resolve("@a 'b'")), HERE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            night                                              | --home=DIR
            night --home                                       | --home
            night --home /h --override-window _                | --override-window needs a reason
            night --home /h --until 25:00                      | '25:00' is no time HH:MM
            night --home /h --until 7:00                       | '7:00' is no time HH:MM
            night --home /h --home /i                          | --home
            night --home _                                     | a path is expected, not an empty text
            status --home /h surplus                           | surplus
            status --home /h --js                              | --js
            contact --home /h                                  | CRN
            contact --home /h 123                              | '123' is no CRN: 10 digits are expected
            validate --reference /r                            | FILE
            validate /f                                        | --reference=DIR
            resolve --home /h                                  | resolve needs CRN, --status and --reason, or --from
            resolve --home /h 5000000001 --status CCVA         | resolve needs CRN, --status and --reason, or --from
            resolve --home /h 5000000001 --status X --reason y | X
            resolve --home /h 5000000001 --status CCVA --reason _ | --reason needs a reason
            resolve --home /h --from f --status CCVA           | --from stands alone
            rerun --home /h 17                                 | rerun needs --reason, or --rehearse
            hold --home /h 17                                  | --reason
            release --home /h --reason y                       | FILE
            reset-stream --home /h XYZ01.BCL --reason y        | 'XYZ01.BCL' is no stream
            erase --home /h                                    | erase needs --reason, or --rehearse
            erase --home /h --older-than P0D --rehearse        | 'P0D' is no period of a day or more
            erase --home /h --open-too --rehearse              | --open-too goes with --older-than
            accept-restore --home /h                           | --reason
            accept-restore --home /h --reason y --skip-crns -1 | --skip-crns takes 0 to 1000000000
            touched --home /h                                  | --organisation
            touched --home /h --run 1 --key x                  | --run
            touched --home /h --run 1 --from 2026-02-02 --to 2026-02-01 | --to 2026-02-01 is before
            verify a.BCR                                       | --home=DIR
            verify a.BCR --proof p                             | --proof needs --digest
            verify a.BCR --digest 12                           | --digest: 64 hexadecimal digits are expected
            verify --home /h a.BCR --lines --write-proof       | --lines and --write-proof exclude each other
            help frobnicate                                    | There is no command 'frobnicate'
            frobnicate                                         | There is no command 'frobnicate'
            status --home /h more                              | There is no place for 'more'
            serve                                              | --home
            """)
    void wrong_usage_is_said_in_one_line_with_a_hint(String line, String says) {
        String[] words = Arrays.stream(line.split(" ", -1))
                .map(word -> word.replace('_', ' '))
                .toArray(String[]::new);

        assertThatThrownBy(() -> read(words)).isInstanceOf(UsageException.class).satisfies(e -> {
            List<String> lines = e.getMessage().lines().toList();
            assertThat(lines).hasSize(2);
            assertThat(lines.get(0)).contains(says);
            assertThat(lines.get(1)).startsWith("See ./run.sh help");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "night",
                "validate",
                "status",
                "contact",
                "resolve",
                "rerun",
                "hold",
                "release",
                "reset-stream",
                "accept-clock",
                "accept-restore",
                "erase",
                "touched",
                "reconcile",
                "verify",
                "digest",
                "serve",
                "generate",
                "drill",
                "help"
            })
    void help_has_a_page_for_each_command_and_the_overview_lists_it(String command) {
        assertThat(page("help", command)).contains("Usage: ./run.sh " + command);
        assertThat(page("help")).containsPattern("\n  " + command + " +[A-Z]");
    }

    @Test
    void the_overview_lists_nothing_that_is_not_there() {
        assertThat(page("help")).isEqualTo(page()).doesNotContain("sample-night");
    }

    @Test
    void what_run_sh_does_by_itself_is_explained_too() {
        assertThat(page("help")).contains("check:", "bench:");
        assertThat(page("help", "check")).contains("Usage: ./run.sh check");
        assertThat(page("help", "bench")).contains("Usage: ./run.sh bench");
    }

    @Test
    void help_is_also_found_by_those_who_ask_for_it_in_the_usual_way() {
        assertThat(page("--help")).isEqualTo(page("help"));
        assertThat(page("-h")).isEqualTo(page("help"));
        assertThat(page("night", "--help")).isEqualTo(page("help", "night"));
        assertThat(page("help", "night")).doesNotContain("--help");
    }

    @Test
    void help_tells_the_exit_codes_as_they_are() {
        for (ExitCode code : ExitCode.values()) {
            assertThat(page("help")).containsPattern("\n  " + code.code() + "  ");
        }
    }

    private static Request read(String... arguments) {
        return CommandTree.read(new Call(List.of(arguments), HERE, false));
    }

    private static String page(String... arguments) {
        return ((HelpRequest) read(arguments)).text();
    }
}
