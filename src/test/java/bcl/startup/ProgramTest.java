package bcl.startup;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.EngineException;
import bcl.commands.ExitCode;
import bcl.testsupport.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
    @TempDir
    Path folder;

    @Test
    void wrong_usage_ends_with_2_and_says_so_on_standard_error() {
        Sessions user = new Sessions(folder);

        assertThat(run(user, "status")).isEqualTo(ExitCode.USAGE);

        assertThat(user.out()).isEmpty();
        assertThat(user.err())
                .isEqualTo("Missing required option: '--home=DIR' (or '--service=URL')\nSee ./run.sh help status\n");
    }

    @Test
    void help_goes_to_standard_output() {
        Sessions user = new Sessions(folder);

        assertThat(run(user, "help")).isEqualTo(ExitCode.DONE);

        assertThat(user.out()).contains("Commands:");
        assertThat(user.err()).isEmpty();
    }

    @Test
    void a_home_that_is_not_there_is_2_and_is_not_made() {
        Sessions user = new Sessions(folder);

        assertThat(run(user, "reconcile", "--home", "nowhere")).isEqualTo(ExitCode.USAGE);

        assertThat(user.err()).isEqualTo("There is no home " + folder.resolve("nowhere") + "\n");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void a_folder_that_is_no_home_is_not_filled_with_a_database() {
        Sessions user = new Sessions(folder);

        assertThat(run(user, "status", "--home", ".")).isEqualTo(ExitCode.USAGE);

        assertThat(user.err()).contains("is no home");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_night_makes_the_folders_that_are_missing() throws IOException {
        Path home = folder.resolve("new/home");
        Files.createDirectories(home);
        Files.writeString(home.resolve("let-go"), "");

        assertThat(run(new Sessions(folder), "night", "--home", home.toString()))
                .isEqualTo(ExitCode.DONE);

        assertThat(List.of("reference", "sftp", "keys", "quarantine", "archive", "db"))
                .allSatisfy(name -> assertThat(home.resolve(name)).isDirectory());
    }

    @Test
    void a_bad_setting_is_2_and_nothing_is_done() throws IOException {
        Files.writeString(folder.resolve("application.yml"), "bcl.window.opens: never");
        Sessions user = new Sessions(folder);

        assertThat(run(user, "night", "--home", ".")).isEqualTo(ExitCode.USAGE);

        assertThat(user.err()).startsWith("Setting bcl.window.opens is 'never'");
        assertThat(folder.resolve("db")).doesNotExist();
    }

    @Test
    void an_engine_that_fails_is_1_with_its_reason() throws IOException {
        Files.createDirectory(folder.resolve("reference"));
        Sessions user = new Sessions(folder);
        Program program = new Program(
                settings -> {
                    throw new EngineException("The database does not answer");
                },
                (request, session) -> ExitCode.DONE,
                () -> {});

        assertThat(program.run(List.of("status", "--home", "."), user.session()))
                .isEqualTo(ExitCode.FAILED);

        assertThat(user.err()).isEqualTo("Failed: The database does not answer\n");
    }

    @Test
    void validate_needs_no_home() {
        Sessions user = new Sessions(folder);

        assertThat(run(user, "validate", "XYZ01.PN000042.BCL", "--reference", "r"))
                .isEqualTo(ExitCode.DONE);

        assertThat(folder).isEmptyDirectory();
    }

    private static ExitCode run(Sessions user, String... arguments) {
        return WaitingEngine.program().run(List.of(arguments), user.session());
    }
}
