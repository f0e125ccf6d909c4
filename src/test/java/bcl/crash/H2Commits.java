package bcl.crash;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Commits rows and takes numbers of a counter as fast as it can, and says each one after its commit, until it is killed. */
final class H2Commits {
    private H2Commits() {}

    public static void main(String[] args) throws SQLException {
        try (Connection connection = DriverManager.getConnection(args[0], "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists row_of (n bigint primary key)");
            statement.execute("create table if not exists counter (next_n bigint not null)");
            statement.execute("insert into counter select 1 where not exists (select 1 from counter)");
            connection.setAutoCommit(false);
            for (int i = 0; i < 1_000_000; i++) {
                statement.executeUpdate("update counter set next_n = next_n + 1");
                statement.executeUpdate("insert into row_of select next_n - 1 from counter");
                connection.commit();
                System.out.println("committed");
            }
        }
    }
}
