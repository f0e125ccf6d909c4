package bcl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.testsupport.Databases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine takes for granted of H2 on the settings that ship; asked anew at every change of its version. */
class H2AssumptionsTest {
    @TempDir
    private Path folder;

    @RepeatedTest(2)
    void what_was_committed_survives_sigkill_and_no_number_is_handed_out_twice(RepetitionInfo repetition)
            throws Exception {
        String url = Databases.h2Url(folder);
        long said = 0;
        for (int kill = 0; kill < 2; kill++) {
            int wanted = 100 * repetition.getCurrentRepetition();
            try (EngineProcess process = EngineProcess.start(folder, H2Commits.class.getName(), url)) {
                process.await("commits", () -> commits(process) >= wanted);
                process.kill();
                said += commits(process);
            }

            try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
                long rows = number(connection, "select count(*) from row_of");
                // A commit may have been done and not been said when the kill came.
                assertThat(rows).isBetween(said, said + 1 + kill);
                assertThat(number(connection, "select next_n from counter")).isEqualTo(rows + 1);
                assertThat(number(connection, "select max(n) from row_of")).isEqualTo(rows);
            }
        }
    }

    /** Why the engine asks for a checkpoint before it does what cannot be taken back (docs/reliability.md, row 46). */
    @Test
    void a_commit_is_written_at_once_and_does_not_wait_for_the_disk() throws Exception {
        FilePath.register(new WatchedFile());
        String url = Databases.h2Url(folder).replace("jdbc:h2:file:", "jdbc:h2:file:watched:");
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table row_of (n bigint primary key)");
            connection.setAutoCommit(false);
            int writes = WatchedFile.WRITES.get();
            int syncs = WatchedFile.SYNCS.get();

            for (int n = 1; n <= 50; n++) {
                statement.executeUpdate("insert into row_of values (" + n + ")");
                connection.commit();
                assertThat(WatchedFile.WRITES.get()).isGreaterThanOrEqualTo(writes + n);
            }
            assertThat(WatchedFile.SYNCS.get()).isEqualTo(syncs);

            statement.execute("checkpoint sync");
            assertThat(WatchedFile.SYNCS.get()).isGreaterThan(syncs);
        }
    }

    private static long commits(EngineProcess process) {
        return process.log().lines().filter("committed"::equals).count();
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
