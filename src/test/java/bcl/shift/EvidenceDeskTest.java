package bcl.shift;

import static bcl.testsupport.LedgerHome.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.testsupport.BclFiles;
import bcl.testsupport.Databases;
import bcl.testsupport.LedgerHome;
import bcl.testsupport.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceDeskTest {
    @TempDir
    Path folder;

    @Test
    void a_digest_file_that_says_something_else_fails_the_run_and_is_kept() throws IOException {
        Sessions sessions = new Sessions(folder);
        try (LedgerHome home = new LedgerHome(Databases.H2.fresh(), folder)) {
            home.answered("XYZ", "XYZ01.PN000042.BCL", BclFiles.enquiries(42, 0, 1), accepted());
            EvidenceDesk desk =
                    new EvidenceDesk(home.home(), home.jdbc(), home.database().transactions(), home.clock());
            desk.seal(() -> true);
            Path file = Files.writeString(folder.resolve("evidence/20230301.digest"), "1 forged\n");

            assertThat(desk.seal(ExitCode.DONE, sessions.session())).isEqualTo(ExitCode.FAILED);

            assertThat(sessions.err()).contains("Failed: digest of the day: ", "run reconcile");
            assertThat(Files.readAllLines(file)).containsExactly("1 forged");
        }
    }
}
