package bcl.interventions;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.testsupport.Databases;
import bcl.testsupport.OpenHome;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random commands against a small model of the state machine: each does what the model says, and nothing else. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OperatorSequencesTest {
    private static final int STEPS = 60;
    private static final List<String> STREAMS = List.of("AAA01", "AAA02", "BBB01");
    private static final List<String> COMMANDS = List.of(
            "send",
            "send",
            "hold",
            "hold",
            "release",
            "release",
            "rerun",
            "rerun",
            "rehearse",
            "now",
            "break",
            "mend",
            "night");

    /** What the model knows of a file. */
    private enum State {
        WAITS,
        KEPT_BACK,
        FAILED,
        ANSWERED
    }

    private static final class Known {
        private final String name;
        private State state = State.WAITS;
        private boolean asked;
        private byte[] broken = {};

        Known(String name) {
            this.name = name;
        }

        boolean isHeld() {
            return state == State.KEPT_BACK || state == State.FAILED;
        }
    }

    @TempDir
    Path disk;

    private final Map<String, Known> known = new TreeMap<>();
    private int acts;

    @ParameterizedTest
    @CsvSource({"H2, 1", "H2, 2", "POSTGRESQL, 3", "POSTGRESQL, 4"})
    void every_command_does_what_the_model_says(Databases databases, long seed) throws Exception {
        Random random = new Random(seed);
        try (OpenHome home = OpenHome.at(disk, databases, 0)) {
            send(home, random);
            for (int step = 0; step < STEPS; step++) {
                String command = COMMANDS.get(random.nextInt(COMMANDS.size()));
                String does = command + " at step " + step + " of seed " + seed;
                ExitCode expected = play(home, command, random, does);
                compare(home, does);
                assertThat(expected).as(does).isNotNull();
            }
            heal(home);
        }
    }

    /** Gives the command and changes the model; the exit codes must agree. */
    private ExitCode play(OpenHome home, String command, Random random, String does) throws Exception {
        List<Known> files = new ArrayList<>(known.values());
        Known file = files.get(random.nextInt(files.size()));
        switch (command) {
            case "send" -> send(home, random);
            case "break" -> damage(home, file);
            case "mend" -> mend(home, file);
            default -> {
                OpenHome.Result result = give(home, command, file);
                ExitCode expected = expect(command, file);
                assertThat(result.code()).as(does + ": " + result.err()).isEqualTo(expected);
                return expected;
            }
        }
        return ExitCode.DONE;
    }

    private static OpenHome.Result give(OpenHome home, String command, Known file) {
        return switch (command) {
            case "night" -> home.night();
            case "rehearse" -> home.give("rerun", file.name, "--rehearse");
            case "now" -> home.give("rerun", file.name, "--now", "--reason", "test");
            default -> home.give(command, file.name, "--reason", "test");
        };
    }

    private ExitCode expect(String command, Known file) {
        return switch (command) {
            case "night" -> night();
            case "hold" -> change(file, file.state == State.WAITS, State.KEPT_BACK);
            case "release" -> change(file, file.state == State.KEPT_BACK, State.WAITS);
            case "rehearse" -> mayRerun(file, false);
            case "rerun" -> rerun(file, mayRerun(file, false));
            default -> now(file, mayRerun(file, true));
        };
    }

    private ExitCode change(Known file, boolean possible, State to) {
        if (!possible) {
            return ExitCode.USAGE;
        }
        file.state = to;
        acts++;
        return ExitCode.DONE;
    }

    private ExitCode mayRerun(Known file, boolean now) {
        if (file.state == State.ANSWERED) {
            return ExitCode.NOTHING_TO_DO;
        }
        boolean keptBack = before(file).stream().anyMatch(Known::isHeld);
        return (file.state == State.WAITS && !file.asked) || (now && keptBack) ? ExitCode.USAGE : ExitCode.DONE;
    }

    private ExitCode rerun(Known file, ExitCode code) {
        if (code == ExitCode.DONE) {
            file.state = State.WAITS;
            file.asked = true;
            acts++;
        }
        return code;
    }

    private ExitCode now(Known file, ExitCode may) {
        ExitCode code = rerun(file, may);
        if (code != ExitCode.DONE) {
            return code;
        }
        List<Known> turn = before(file);
        turn.add(file);
        run(turn);
        return file.state == State.ANSWERED ? ExitCode.DONE : ExitCode.FAILED;
    }

    private ExitCode night() {
        STREAMS.forEach(stream -> run(of(stream)));
        boolean failed = known.values().stream().anyMatch(file -> file.state == State.FAILED);
        return failed ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static void run(List<Known> stream) {
        for (Known file : stream) {
            if (file.isHeld()) {
                return;
            }
            if (file.state == State.WAITS && file.broken.length > 0) {
                file.state = State.FAILED;
                return;
            }
            file.state = State.ANSWERED;
        }
    }

    private List<Known> of(String stream) {
        return new ArrayList<>(known.values().stream()
                .filter(file -> file.name.startsWith(stream))
                .toList());
    }

    /** Those of its stream that have lower numbers and no answer. */
    private List<Known> before(Known file) {
        List<Known> before = of(file.name.substring(0, 5));
        before.removeIf(other -> other.name.compareTo(file.name) >= 0 || other.state == State.ANSWERED);
        return before;
    }

    private void send(OpenHome home, Random random) throws Exception {
        String stream = STREAMS.get(random.nextInt(STREAMS.size()));
        String name = "%s.PN%06d.BCL".formatted(stream, of(stream).size() + 1);
        home.send(name, 2, name);
        home.takeIn();
        known.put(name, new Known(name));
    }

    private static void damage(OpenHome home, Known file) throws IOException {
        if (file.broken.length == 0) {
            Path sealed = new Home(home.root()).sealed(home.file(file.name).digest());
            file.broken = Files.readAllBytes(sealed);
            assertThat(sealed.toFile().setWritable(true)).isTrue();
            Files.write(sealed, new byte[] {1});
        }
    }

    private static void mend(OpenHome home, Known file) throws IOException {
        if (file.broken.length > 0) {
            Files.write(new Home(home.root()).sealed(home.file(file.name).digest()), file.broken);
            file.broken = new byte[] {};
        }
    }

    private void compare(OpenHome home, String does) {
        for (LedgerFile file : home.files().all()) {
            Known model = known.get(file.name());
            FileState state = switch (model.state) {
                case WAITS -> FileState.TAKEN;
                case KEPT_BACK, FAILED -> FileState.HELD;
                case ANSWERED -> FileState.ANSWERED;
            };
            assertThat(file.state()).as(does + ", " + file.name()).isEqualTo(state);
            assertThat(file.isKeptBack()).as(does).isEqualTo(model.state == State.KEPT_BACK);
        }
        assertThat(home.count("select count(*) from operator_action where verb <> 'override-window'"))
                .as(does)
                .isEqualTo(acts);
    }

    /** When all is mended, every file has one answer, and no contact and no number was lost or given twice. */
    private void heal(OpenHome home) throws Exception {
        for (Known file : known.values()) {
            mend(home, file);
            if (file.isHeld()) {
                assertThat(home.give("rerun", file.name, "--reason", "heal").code())
                        .isEqualTo(ExitCode.DONE);
            }
        }
        assertThat(home.night().code()).isEqualTo(ExitCode.DONE);
        int files = known.size();
        assertThat(home.count("select count(*) from inbound_file where state = 'ANSWERED'"))
                .isEqualTo(files);
        assertThat(home.count("select count(*) from answer")).isEqualTo(files);
        assertThat(home.count("select count(distinct crn) from contact")).isEqualTo(2L * files);
        assertThat(home.count("select count(*) from rerun_plan where settled_at is null"))
                .isZero();
        assertThat(home.count("select count(*) from rerun_outcome")).isZero();
        assertThat(home.jdbc()
                        .queryForList(
                                "select distinct result from rerun_plan where result not like 'another%'",
                                String.class))
                .allMatch(result -> result.contains("as planned"));
    }
}
