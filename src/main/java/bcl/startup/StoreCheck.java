package bcl.startup;

import bcl.commands.EngineException;
import bcl.commands.UsageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database that answers keeps what was committed: it is asked itself, since a setting can also come from its own
 * files, its users or what runs at every connection.
 */
final class StoreCheck {
    private StoreCheck() {}

    /** @throws UsageException naming each setting that is unsafe, why, and what to do */
    static void check(DataSource database) {
        try (Connection connection = database.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            List<String> problems = switch (product) {
                case "H2" -> h2(connection);
                case "PostgreSQL" -> PostgresSettings.read(connection).problems();
                default -> List.of("It is " + product + ", and the engine runs on H2 and PostgreSQL alone");
            };
            if (!problems.isEmpty()) {
                throw new UsageException("The database is not safe to work with. " + String.join(". ", problems));
            }
        } catch (SQLException e) {
            throw new EngineException("The database does not tell its settings (" + e.getSQLState() + ")", e);
        }
    }

    private static List<String> h2(Connection connection) throws SQLException {
        List<String> problems = new ArrayList<>();
        if (one(connection, "select database_path()") == null) {
            problems.add("It is in memory and gone with the process: give a file by spring.datasource.url");
        }
        String delay = one(
                connection,
                "select max(cast(setting_value as integer)) from information_schema.settings"
                        + " where setting_name = 'WRITE_DELAY'");
        if (!"0".equals(delay)) {
            problems.add(
                    "Its WRITE_DELAY is " + delay + ", so that the last commits are lost when the process is killed:"
                            + " look for what sets it beside the URL, such as INIT or connection-init-sql, and take it out");
        }
        return problems;
    }

    static @Nullable String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
