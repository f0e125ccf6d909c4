package bcl.simulation;

import bcl.simulation.Point.Port;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;

/** A connection whose transaction can be refused, whose commit can be done without an answer, and that can be gone. */
final class SimConnection implements InvocationHandler {
    private final Connection real;
    private final Node node;
    private final Consumer<SimConnection> closed;
    private boolean gone;
    private boolean aborted;
    private boolean decides;
    private int refusals;

    SimConnection(Connection real, Node node, Consumer<SimConnection> closed) {
        this.real = real;
        this.node = node;
        this.closed = closed;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "equals":
                return proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            case "isClosed":
                return gone || real.isClosed();
            case "close":
                close();
                return null;
            case "commit":
                commit();
                return null;
            case "rollback":
                rollback();
                return null;
            case "unwrap":
                // COPY writes below this proxy, so that its point is where it begins.
                return act("copy", true, () -> pass(real, method, arguments));
            default:
                node.requireAlive();
                requireThere();
                return wrapped(pass(real, method, arguments), arguments);
        }
    }

    /** The server rolls back and forgets; the client learns of it when it asks next. */
    synchronized void hangUp() {
        if (!gone) {
            gone = true;
            try {
                giveBack();
            } catch (SQLException e) {
                throw new IllegalStateException("the real database failed", e);
            }
        }
    }

    void hangUpTransaction() {
        try {
            if (!gone && !real.getAutoCommit()) {
                hangUp();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the real database failed", e);
        }
    }

    private synchronized void giveBack() throws SQLException {
        if (!real.getAutoCommit()) {
            real.rollback();
            real.setAutoCommit(true);
        }
        real.close();
    }

    private void close() throws SQLException {
        node.requireAlive();
        if (!gone) {
            gone = true;
            giveBack();
        }
        closed.accept(this);
    }

    private void commit() throws SQLException {
        Instant begun = node.seen();
        Fault fault = node.before(Port.DATABASE, "commit", true);
        requireUsable();
        switch (fault) {
            case REFUSED -> throw refuse();
            case AWAY -> throw hungUp();
            default -> real.commit();
        }
        if (decides) {
            node.decided(begun);
        }
        decides = false;
        if (fault == Fault.ANSWER_LOST) {
            throw hungUp();
        }
        node.after(fault, "commit");
    }

    private void rollback() throws SQLException {
        node.requireAlive();
        requireThere();
        aborted = false;
        decides = false;
        real.rollback();
    }

    private Object act(String sql, boolean changes, Act act) throws Throwable {
        Fault fault = node.before(Port.DATABASE, sql, changes);
        requireUsable();
        switch (fault) {
            case REFUSED -> throw refuse();
            case AWAY -> throw hungUp();
            default -> {}
        }
        Object result = act.run();
        decides |= sql.startsWith("insert into outcome");
        if (fault == Fault.ANSWER_LOST) {
            throw hungUp();
        }
        node.after(fault, sql);
        return result;
    }

    private Object wrapped(Object result, Object[] arguments) {
        if (!(result instanceof Statement statement)) {
            return result;
        }
        String sql = arguments != null && arguments[0] instanceof String text ? text : "";
        Class<?> type = result instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return Proxy.newProxyInstance(
                SimConnection.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, given) -> statement(statement, sql, method, given));
    }

    private Object statement(Statement statement, String sql, Method method, Object[] given) throws Throwable {
        if (!method.getName().startsWith("execute")) {
            return gone ? null : pass(statement, method, given);
        }
        String text = given != null && given[0] instanceof String named ? named : sql;
        return act(text, changes(text), () -> pass(statement, method, given));
    }

    private static boolean changes(String sql) {
        String lower = sql.strip().toLowerCase(Locale.ROOT);
        return !lower.startsWith("select") || lower.contains("for update") || lower.contains("nextval");
    }

    /** On both databases as PostgreSQL does it: nothing more is taken until the end of the transaction. */
    private SQLException refuse() throws SQLException {
        if (!real.getAutoCommit()) {
            real.rollback();
            aborted = true;
        }
        return refusals++ % 2 == 0
                ? new SQLException("serialization failure", "40001")
                : new SQLException("deadlock", "40P01");
    }

    private SQLException hungUp() {
        hangUp();
        return new SQLException("connection lost", "08006");
    }

    private void requireThere() throws SQLException {
        if (gone) {
            throw new SQLException("connection is gone", "08006");
        }
    }

    private void requireUsable() throws SQLException {
        requireThere();
        if (aborted) {
            throw new SQLException("current transaction is aborted", "25P02");
        }
    }

    private static Object pass(Object to, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(to, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private interface Act {
        Object run() throws Throwable;
    }
}
