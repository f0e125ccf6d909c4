package bcl.simulation;

import bcl.simulation.Point.Port;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A real data source as one node sees it: connecting, each statement and each end of a transaction is a point. */
final class SimDataSource extends AbstractDataSource {
    private final DataSource real;
    private final Node node;
    private final Set<SimConnection> open = new LinkedHashSet<>();

    SimDataSource(DataSource real, Node node) {
        this.real = real;
        this.node = node;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Fault fault = node.before(Port.DATABASE, "connect", false);
        if (fault == Fault.REFUSED || fault == Fault.AWAY || fault == Fault.ANSWER_LOST) {
            throw new SQLException("no connection", "08001");
        }
        SimConnection connection = new SimConnection(real.getConnection(), node, this::closed);
        synchronized (open) {
            open.add(connection);
        }
        node.after(fault, "connect");
        return (Connection) Proxy.newProxyInstance(
                SimDataSource.class.getClassLoader(), new Class<?>[] {Connection.class}, connection);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    private void closed(SimConnection connection) {
        synchronized (open) {
            open.remove(connection);
        }
    }

    /** What the database does when a client is gone. */
    void hangUp() {
        all().forEach(SimConnection::hangUp);
    }

    /** What it does when a client stands still for too long within a transaction. */
    void hangUpTransactions() {
        all().forEach(SimConnection::hangUpTransaction);
    }

    private Set<SimConnection> all() {
        synchronized (open) {
            return new LinkedHashSet<>(open);
        }
    }
}
