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
                "select last_number, may_restart from stream" + KEY,
                (row, i) -> new StreamState(name, row.getInt(1), row.getBoolean(2)),
                name.system(),
                name.environment().name(),
                name.type(),
                "IN");
        return rows.isEmpty() ? new StreamState(name, 0, false) : rows.get(0);
    }

    /** Records the highest number that was used; it ends an operator's leave to start again. */
    public void used(StreamName name, int lastNumber) {
        int rows = jdbc.update(
                "update stream set last_number = ?, may_restart = false" + KEY,
                lastNumber,
                name.system(),
                name.environment().name(),
                name.type(),
                "IN");
        if (rows == 0) {
            insert(name, "IN", lastNumber, 0);
        }
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
        return new NextAnswer(last, new FileName(name, (int) ((last - 1) % LAST_NUMBER) + 1));
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
