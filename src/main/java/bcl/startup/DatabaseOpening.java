package bcl.startup;

import bcl.commands.EngineException;
import bcl.commands.UsageException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Set;

/** Why a database cannot be opened: what settings caused is told apart from a database that is away, which is waited for. */
final class DatabaseOpening {
    /** User or password; the database is not there; a parameter of the URL is not of its form. */
    private static final Set<String> OF_SETTINGS = Set.of("28000", "28P01", "3D000", "22023");

    private DatabaseOpening() {}

    /** @param e what Spring made of it, kept as the cause */
    static RuntimeException failed(SQLException database, RuntimeException e) {
        String line = String.valueOf(database.getMessage()).lines().findFirst().orElse("");
        for (Throwable cause = database; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && OF_SETTINGS.contains(String.valueOf(sql.getSQLState()))) {
                return new UsageException(
                        "The database cannot be opened: " + sql.getMessage()
                                + ". Check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD,"
                                + " or spring.datasource in application.yml; nothing was done",
                        e);
            }
            if (cause instanceof UnknownHostException host) {
                return new EngineException(
                        "The database cannot be opened: no host is known by the name " + host.getMessage(), e);
            }
        }
        return new EngineException("The database cannot be opened: " + line, e);
    }
}
