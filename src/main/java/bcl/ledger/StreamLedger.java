package bcl.ledger;

import bcl.wire.FileName;
import bcl.wire.StreamName;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The generation numbers of the streams, inbound and outbound. Thread-safe; runs in the caller's transaction. */
public final class StreamLedger {
    private static final int LAST_NUMBER = 999_999;
    private static final String KEY = " where system = ? and environment = ? and type = ? and direction = ?";

    private final JdbcTemplate jdbc;

    public StreamLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public StreamState inbound(StreamName name) {
        List<StreamState> rows = jdbc.query(
                "select last_number, may_restart, resets from stream" + KEY,
                (row, i) -> new StreamState(name, row.getInt(1), row.getBoolean(2), row.getInt(3)),
                name.system(),
                name.environment().name(),
                name.type(),
                "IN");
        return rows.isEmpty() ? new StreamState(name, 0, false, 0) : rows.get(0);
    }

    /**
     * Records the highest number that was used; it ends an operator's leave to start again.
     *
     * @throws LedgerConflict if an operator reset the stream since it was looked at
     */
    public void used(StreamState from, int lastNumber) {
        StreamName name = from.name();
        if (!from.isKnown()) {
            insert(name, "IN", lastNumber, 0);
            return;
        }
        int rows = jdbc.update(
                "update stream set last_number = ?, may_restart = false" + KEY + " and resets = ?",
                lastNumber,
                name.system(),
                name.environment().name(),
                name.type(),
                "IN",
                from.resets());
        LedgerConflict.unlessOne(rows, "stream " + name);
    }

    /** Lets an inbound stream start again at any number; false if no number of it was ever used, so that it may anyway. */
    public boolean reset(StreamName name) {
        return jdbc.update(
                        "update stream set may_restart = true, resets = resets + 1" + KEY,
                        name.system(),
                        name.environment().name(),
                        name.type(),
                        "IN")
                == 1;
    }

    /** The name that the next answer of an outbound stream would get if it were made now. */
    public FileName foreseen(StreamName name) {
        List<Long> last = jdbc.queryForList(
                "select last_sequence from stream" + KEY,
                Long.class,
                name.system(),
                name.environment().name(),
                name.type(),
                "OUT");
        return new FileName(name, number(last.isEmpty() ? 1 : last.get(0) + 1));
    }

    /**
     * The next answer's sequence and name in an outbound stream, without gaps: the number goes with the transaction, which must
     * also record the answer.
     */
    public NextAnswer next(StreamName name) {
        int rows = jdbc.update(
                "update stream set last_sequence = last_sequence + 1" + KEY,
                name.system(),
                name.environment().name(),
                name.type(),
                "OUT");
        if (rows == 0) {
            insert(name, "OUT", 0, 1);
            return new NextAnswer(1, new FileName(name, 1));
        }
        Long sequence = jdbc.queryForObject(
                "select last_sequence from stream" + KEY,
                Long.class,
                name.system(),
                name.environment().name(),
                name.type(),
                "OUT");
        long last = sequence == null ? 0 : sequence;
        return new NextAnswer(last, new FileName(name, number(last)));
    }

    private static int number(long sequence) {
        return (int) ((sequence - 1) % LAST_NUMBER) + 1;
    }

    private void insert(StreamName name, String direction, int number, long sequence) {
        jdbc.update(
                "insert into stream (system, environment, type, direction, last_number, last_sequence)"
                        + " values (?, ?, ?, ?, ?, ?)",
                name.system(),
                name.environment().name(),
                name.type(),
                direction,
                number,
                sequence);
    }

    /** The place of an answer in its stream, and the name that follows from it. */
    public record NextAnswer(long sequence, FileName name) {}
}
