package bcl.startup;

import bcl.commands.EngineException;
import bcl.commands.UsageException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.springframework.core.env.Environment;

/**
 * Where the engine of a drill keeps its ledger: in its home, or in a schema that is made for it and dropped by {@link #close}, in a
 * database that holds nothing else.
 */
final class DrillDatabase implements AutoCloseable {
    private static final String PREFIX = "bcl_drill_";
    private static final String TABLES = "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            + " where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname <> 'information_schema'"
            + " and n.nspname not like 'pg\\_%' and n.nspname not like 'bcl\\_drill\\_%'";

    private final String url;
    private final Properties login;
    private final String schema;

    private DrillDatabase(String url, Properties login, String schema) {
        this.url = url;
        this.login = login;
        this.schema = schema;
    }

    /**
     * The one that the settings name.
     *
     * @throws UsageException if it holds anything
     */
    static DrillDatabase open(Environment settings) {
        String url = settings.getProperty("spring.datasource.url", "");
        if (url.isBlank()) {
            return new DrillDatabase("", new Properties(), "");
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new UsageException(
                    "Setting spring.datasource.url: a drill runs on PostgreSQL or in a home of its own."
                            + " Remove the setting for the latter");
        }
        Properties login = new Properties();
        login.setProperty("user", settings.getProperty("spring.datasource.username", ""));
        login.setProperty("password", settings.getProperty("spring.datasource.password", ""));
        String schema = PREFIX + UUID.randomUUID().toString().replace("-", "");
        DrillDatabase database = new DrillDatabase(url, login, schema);
        database.make();
        return database;
    }

    private void make() {
        try (Connection connection = DriverManager.getConnection(url, login)) {
            if (!"0".equals(StoreCheck.one(connection, TABLES))) {
                throw new UsageException(
                        "The database of spring.datasource.url holds tables already, and a drill is only for an"
                                + " empty one; nothing was done. Name another, or remove the setting to drill on H2");
            }
            execute(connection, "create schema " + schema);
        } catch (SQLException e) {
            throw new EngineException("The database cannot be used for a drill (" + e.getSQLState() + ")", e);
        }
    }

    /** As Spring Boot takes it from the environment. */
    Map<String, String> environment() {
        return schema.isEmpty()
                ? Map.of()
                : Map.of(
                        "SPRING_DATASOURCE_URL",
                        url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema,
                        "SPRING_DATASOURCE_USERNAME",
                        login.getProperty("user"),
                        "SPRING_DATASOURCE_PASSWORD",
                        login.getProperty("password"));
    }

    @Override
    public void close() {
        if (schema.isEmpty()) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(url, login)) {
            execute(connection, "drop schema " + schema + " cascade");
        } catch (SQLException e) {
            throw new EngineException(
                    "The schema " + schema + " of the drill could not be dropped; drop it by hand", e);
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }
}
