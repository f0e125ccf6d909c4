package bcl.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL of the benchmark's own, with durable settings. */
final class Server implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final long process;

    Server() throws IOException, SQLException {
        // The embedded server's own defaults trade durability for speed.
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            // While the session lasts: afterwards nobody knows whose child it was.
            process = Cpu.parent(rows.getLong(1));
        }
    }

    String url(String database) {
        return postgres.getJdbcUrl("postgres", database);
    }

    /** A new database as a copy of another, after a checkpoint, so that no run pays for what another left to be written. */
    void copy(String name, String template) throws SQLException {
        update("drop database if exists " + name + " with (force)");
        update("create database " + name + " template " + template);
        checkpoint();
    }

    void checkpoint() throws SQLException {
        update("checkpoint");
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connect(String database) throws SQLException {
        return postgres.getDatabase("postgres", database).getConnection();
    }

    double number(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    /** CPU seconds of the server and its sessions so far; 0 where there is no /proc. */
    double cpu() throws IOException {
        return Cpu.ofTree(process);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
