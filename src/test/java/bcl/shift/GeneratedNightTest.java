package bcl.shift;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.startup.Program;
import bcl.startup.SpringEngine;
import bcl.testsupport.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated homes through a whole night. */
class GeneratedNightTest {
    /** The kinds of faults that {@code generate} promises, and those of files. */
    private static final Set<String> PROMISED = Set.of(
            "REC00001",
            "REC00002",
            "REC00003",
            "REC00004",
            "REC00005",
            "REC00007",
            "REC00008",
            "REC00009",
            "REC00010",
            "REC00011",
            "REC00012",
            "REC00013",
            "REC00014",
            "REC00015",
            "REC00016",
            "CON00001",
            "CON00003",
            "CON00004",
            "CON00005",
            "CON00006",
            "CON00007",
            "CON00009",
            "CON00012",
            "MPR00001",
            "MPR00002",
            "MPR00003",
            "MPR00004",
            "MPR00005",
            "MPR00006",
            "MPR00007",
            "MPR00008",
            "MPR00009",
            "MSN00001",
            "MSN00002",
            "ADD00010",
            "ADD00013",
            "RDG00001",
            "ADJ00001",
            "ADJ00002",
            "ADJ00003",
            "THF00001",
            "FIL00004",
            "FIL00006",
            "FIL00007",
            "FIL00010",
            "FIL00013",
            "FIL00014");

    @TempDir
    Path folder;

    private boolean terminal;
    private String nightsErr = "";

    @Test
    void without_faults_every_contact_is_accepted_and_a_terminal_sees_how_far_it_is() {
        terminal = true;
        String made = generate("--contacts", "150", "--seed", "11");

        assertThat(answers()).hasSize(10);
        assertThat(made)
                .contains("[##########] 100% 101,500 of 101,500 points and contacts")
                .endsWith(" \r");
        assertThat(nightsErr)
                .contains("[##########] 100% 1,500 of ~1,500 contacts")
                .contains(" \r");
        assertThat(told("L50")).hasSize(10).allMatch(line -> line.contains(",150,150,0,0,20250106,"));
    }

    @Test
    void with_faults_every_kind_of_them_is_told() {
        generate("--contacts", "400", "--files", "40", "--faults", "0.5", "--file-faults", "0.3");

        assertThat(answers()).hasSize(40);
        assertThat(nightsErr).doesNotContain("\r");
        Set<String> codes =
                told("S72").stream().map(line -> line.substring(7, 15)).collect(Collectors.toCollection(TreeSet::new));
        assertThat(codes).containsAll(PROMISED);
    }

    @Test
    void a_folder_that_is_not_empty_is_left_alone() {
        generate("--files", "1");

        Sessions again = new Sessions(folder);
        ExitCode code = program().run(List.of("generate", "--out", "home"), again.session());

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).contains("is not empty");
    }

    private String generate(String... options) {
        List<String> arguments = new java.util.ArrayList<>(List.of("generate", "--out", "home"));
        arguments.addAll(List.of(options));
        Sessions sessions = new Sessions(folder, terminal);

        assertThat(program().run(arguments, sessions.session()))
                .as(sessions.err())
                .isEqualTo(ExitCode.DONE);
        return sessions.err();
    }

    private List<Path> answers() {
        Sessions night = new Sessions(folder, terminal);
        ExitCode code = program().run(List.of("night", "--home", "home", "--override-window", "test"), night.session());
        assertThat(code).as(night.err()).isEqualTo(ExitCode.DONE);
        nightsErr = night.err();
        assertThat(night.out().lines().toList()).last().asString().isEqualTo(summary());
        return outbound();
    }

    /** What a night has to print, counted in the answers that it made, line by line; nothing generated is sent twice. */
    private String summary() {
        int files = outbound().size();
        long whole = outbound().stream()
                .filter(file -> file.toString().endsWith(".FRJ"))
                .count();
        return "%d files taken, %d answered (%d rejected whole); contacts: %d accepted, %d rejected, 0 repeated; 0 files left, 0 held, 0 kept back by operators"
                .formatted(files, files, whole, outcomes("AC") + outcomes("WN"), outcomes("RJ"));
    }

    private long outcomes(String kind) {
        return told("L51").stream()
                .filter(line -> line.startsWith("\"L51\",\"" + kind + "\""))
                .count();
    }

    private List<Path> outbound() {
        try (var paths = Files.walk(folder.resolve("home/sftp"))) {
            return paths.filter(path -> path.getParent().endsWith("outbound")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> told(String id) {
        return outbound().stream()
                .flatMap(path -> read(path).lines())
                .filter(line -> line.startsWith("\"" + id + "\""))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Program program() {
        return new Program(
                SpringEngine::open,
                (request, to) -> {
                    throw new IllegalStateException("not asked for");
                },
                () -> {});
    }
}
