package bcl.reports;

import static bcl.testsupport.LedgerHome.accepted;
import static bcl.testsupport.LedgerHome.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.commands.ReconcileRequest;
import bcl.reconciliation.Books;
import bcl.reconciliation.Reconciliation;
import bcl.testsupport.BclFiles;
import bcl.testsupport.Databases;
import bcl.testsupport.LedgerHome;
import bcl.testsupport.Sessions;
import bcl.wire.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconcileHandlerTest {
    @TempDir
    Path folder;

    private LedgerHome home;
    private Sessions sessions;

    @BeforeEach
    void open() {
        home = new LedgerHome(Databases.H2.fresh(), folder);
        sessions = new Sessions(folder);
        home.answered(
                "XYZ", "XYZ01.PN000042.BCL", BclFiles.WORKED, accepted(), accepted(), rejected(Reason.MPR00002, 4));
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void a_home_that_adds_up_ends_with_0_and_says_what_was_checked() {
        ExitCode exit = handle();

        assertThat(exit).isEqualTo(ExitCode.DONE);
        assertThat(sessions.out())
                .contains("Checked 1 files", "2 contacts", "3 outcomes", "1 answers made again (1 still in outbound/)")
                .endsWith("Everything adds up." + System.lineSeparator());
    }

    @Test
    void a_difference_ends_with_1_and_says_where_and_what_to_do() throws IOException {
        Files.writeString(home.home().outbound("XYZ").resolve("\u202Eevil"), "x");

        ExitCode exit = handle();

        assertThat(exit).isEqualTo(ExitCode.FAILED);
        assertThat(sessions.out())
                .contains("sftp/XYZ/outbound/?evil is no answer that was recorded", "What to do: ", "1 differences.");
    }

    @Test
    void a_terminal_gets_a_bar_and_nobody_else() {
        handle();
        assertThat(sessions.err()).isEmpty();
        String told = sessions.out();

        sessions = new Sessions(folder, true);
        handle();

        assertThat(sessions.err())
                .startsWith("[##########] 100% 1 of 1 files\r")
                .endsWith(" \r");
        assertThat(sessions.out()).isEqualTo(told);
    }

    @Test
    void a_stop_ends_it_with_4() {
        sessions.session().stop().request("SIGTERM");

        assertThat(handle()).isEqualTo(ExitCode.STOPPED);
    }

    private ExitCode handle() {
        Books books = new Books(home.home(), home.jdbc(), home.files(), home.outcomes());
        return new ReconcileHandler(new Reconciliation(books, home.database().transactionManager()), home.stores())
                .handle(new ReconcileRequest(folder), sessions.session());
    }
}
