package bcl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.testsupport.Databases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
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
