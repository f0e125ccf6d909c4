package bcl.shift;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.ledger.FileState;
import bcl.sftp.SftpEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An operator who has only OPERATING.md finds there whatever the engine calls by a name. */
class OperatingTest {
    /** Where a notice is made: its kind is a text, a reason, or a constant of the same file. */
    private static final Pattern NOTICE =
            Pattern.compile("new Notice\\(\\s*[\\w.()]+,\\s*(?:\"(\\w+)\"|Reason\\.(\\w+)\\.name\\(\\)|([A-Z_]+)),");

    private static final Pattern MADE = Pattern.compile("new Notice\\(");

    @Test
    void every_state_of_a_file_has_its_row() throws Exception {
        List<String> rows = rows();

        assertThat(FileState.values())
                .allSatisfy(state -> assertThat(rows)
                        .as(state.name())
                        .anyMatch(row -> row.split("\\|")[1].contains("`" + state + "`")));
    }

    @Test
    void every_kind_of_notice_has_its_row() throws Exception {
        Set<String> kinds = kindsInTheCode();
        Arrays.stream(SftpEvent.Kind.values())
                .filter(SftpEvent.Kind::isNotice)
                .forEach(kind -> kinds.add("SFTP_" + kind));
        List<String> rows = rows();

        assertThat(kinds).contains("HELD", "FIL00019", "NOT_A_FILE", "CANNOT_FINISH", "SFTP_BANNED");
        assertThat(kinds)
                .allSatisfy(kind ->
                        assertThat(rows).as(kind).anyMatch(row -> row.split("\\|")[1].contains("`" + kind + "`")));
    }

    @Test
    void every_event_that_is_only_logged_is_named() throws Exception {
        String text = Files.readString(Path.of("OPERATING.md"));

        assertThat(SftpEvent.Kind.values())
                .allSatisfy(kind -> assertThat(text).contains("`" + (kind.isNotice() ? "SFTP_" : "") + kind + "`"));
    }

    @Test
    void every_exit_code_and_every_command_is_named() throws Exception {
        String text = Files.readString(Path.of("OPERATING.md"));

        assertThat(ExitCode.values())
                .allSatisfy(code -> assertThat(rows()).anyMatch(row -> row.startsWith("| " + code.code() + " |")));
        assertThat(List.of(
                        "night",
                        "serve",
                        "status",
                        "contact",
                        "resolve",
                        "rerun",
                        "hold",
                        "release",
                        "reset-stream",
                        "reconcile",
                        "verify",
                        "digest",
                        "validate"))
                .allSatisfy(command -> assertThat(text).containsPattern("`(\\./run\\.sh )?" + command + "\\b"));
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(Path.of("OPERATING.md")).stream()
                .filter(line -> line.startsWith("| "))
                .toList();
    }

    private static Set<String> kindsInTheCode() throws IOException {
        Set<String> kinds = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                String code = Files.readString(source);
                long made = MADE.matcher(code).results().count();
                List<String> found = NOTICE.matcher(code)
                        .results()
                        .map(match -> kind(code, match.group(1), match.group(2), match.group(3)))
                        .toList();
                // Those of the SFTP server are an enum of their own; from the database they come back as they were.
                if (!source.endsWith("LedgerSftpEvents.java")
                        && !source.toString().contains("ledger")) {
                    assertThat(found).as(source.toString()).hasSize((int) made);
                }
                kinds.addAll(found);
            }
        }
        return kinds;
    }

    private static String kind(String code, @Nullable String text, @Nullable String reason, @Nullable String constant) {
        if (constant == null) {
            return text != null ? text : String.valueOf(reason);
        }
        Matcher definition = Pattern.compile(constant + " = \"(\\w+)\"").matcher(code);
        assertThat(definition.find()).as(constant).isTrue();
        return definition.group(1);
    }
}
