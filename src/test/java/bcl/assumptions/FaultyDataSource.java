package bcl.assumptions;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A database that fails its next commit, loses the answer to it, or goes away. */
final class FaultyDataSource extends AbstractDataSource {
    enum Fault {
        NONE,
        COMMIT_REFUSED,
        ANSWER_LOST,
        AWAY
    }

    private final DataSource real;
    private volatile Fault fault = Fault.NONE;

    FaultyDataSource(DataSource real) {
        this.real = real;
    }

    /** From now on. A failed commit is one alone; a database that is away stays away. */
    void set(Fault next) {
        fault = next;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (fault == Fault.AWAY) {
            throw new SQLException("away", "08001");
        }
        Connection connection = real.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> call(connection, method, arguments));
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    private @Nullable Object call(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        Fault now = fault;
        if (now == Fault.AWAY && !method.getName().equals("close")) {
            connection.rollback();
            throw new SQLException("away", "08006");
        }
        if (method.getName().equals("commit") && now != Fault.NONE) {
            fault = Fault.NONE;
            if (now == Fault.ANSWER_LOST) {
                connection.commit();
                throw new SQLException("connection lost", "08006");
            }
            connection.rollback();
            throw new SQLException("refused", "40001");
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
