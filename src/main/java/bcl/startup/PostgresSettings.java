package bcl.startup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The settings of a PostgreSQL server on which it depends whether a commit that was answered survives a crash, as they are for
 * our user and database.
 *
 * @param version as {@code server_version_num} gives it: 140005 is 14.5
 * @param standbys {@code synchronous_standby_names}, empty for none
 */
record PostgresSettings(int version, String fsync, String fullPageWrites, String synchronousCommit, String standbys) {
    private static final int OLDEST = 14;
    private static final int OF_MAJOR = 10_000;

    static PostgresSettings read(Connection connection) throws SQLException {
        return new PostgresSettings(
                Integer.parseInt(show(connection, "server_version_num")),
                show(connection, "fsync"),
                show(connection, "full_page_writes"),
                show(connection, "synchronous_commit"),
                show(connection, "synchronous_standby_names"));
    }

    /** What is unsafe, why, and what to do, a sentence each without its full stop. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (version / OF_MAJOR < OLDEST) {
            problems.add("It is PostgreSQL " + version / OF_MAJOR + ", and " + OLDEST
                    + " is the oldest that is supported:" + " upgrade it");
        }
        if (!"on".equals(fsync)) {
            problems.add("Its fsync is " + fsync + ", so that a power cut can ruin it: set it on in postgresql.conf");
        }
        if (!"on".equals(fullPageWrites)) {
            problems.add("Its full_page_writes is " + fullPageWrites
                    + ", so that a page half written in a power cut stays so: set it on in postgresql.conf");
        }
        if ("off".equals(synchronousCommit)) {
            problems.add(
                    "Its synchronous_commit is off, so that commits which were answered are lost in a crash: set it on"
                            + " for this user and database");
        }
        // Without a standby, local means what on means.
        if ("local".equals(synchronousCommit) && !standbys.isBlank()) {
            problems.add(
                    "Its synchronous_commit is local though synchronous_standby_names names a standby, so that commits"
                            + " are lost in a failover: set it on for this user and database");
        }
        return List.copyOf(problems);
    }

    private static String show(Connection connection, String setting) throws SQLException {
        return Objects.requireNonNullElse(StoreCheck.one(connection, "show " + setting), "");
    }
}
