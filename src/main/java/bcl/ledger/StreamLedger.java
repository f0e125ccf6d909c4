package bcl.ledger;

import bcl.wire.Environment;
import bcl.wire.FileName;
import bcl.wire.StreamName;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;

/**
 * The generation numbers of the streams, inbound and outbound; of many streams in few statements. Thread-safe; runs in the
 * caller's transaction.
 */
public final class StreamLedger {
    private static final int LAST_NUMBER = 999_999;
    private static final int BATCH = 1000;
    private static final String KEY = " where system = ? and environment = ? and type = ? and direction = ?";

    private final JdbcTemplate jdbc;

    public StreamLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public StreamState inbound(StreamName name) {
        return inbound(Set.of(name)).getOrDefault(name, StreamState.unknown(name));
    }

    /** Every stream asked for, known or not. */
    public Map<StreamName, StreamState> inbound(Collection<StreamName> names) {
        Map<StreamName, StreamState> states = new HashMap<>();
        names.forEach(name -> states.put(name, StreamState.unknown(name)));
        jdbc.query(those(names, "IN", "last_number, may_restart, resets"), row -> {
            StreamName name = name(row);
            states.put(name, new StreamState(name, row.getInt(4), row.getBoolean(5), row.getInt(6)));
        });
        return states;
    }

    /**
     * Records the highest number that was used; it ends an operator's leave to start again.
     *
     * @throws LedgerConflict if an operator reset the stream since it was looked at
     */
    public void used(StreamState from, int lastNumber) {
        used(Map.of(from, lastNumber));
    }

    /** As {@link #used(StreamState, int)}, for several streams. */
    public void used(Map<StreamState, Integer> lastNumbers) {
        List<Map.Entry<StreamState, Integer>> known = new ArrayList<>();
        Map<StreamName, Integer> unknown = new LinkedHashMap<>();
        lastNumbers.forEach((from, number) -> {
            if (from.isKnown()) {
                known.add(Map.entry(from, number));
            } else {
                unknown.put(from.name(), number);
            }
        });
        insert(unknown.keySet(), "IN", unknown, Map.of());
        requireOneEach(
                known.stream().map(each -> each.getKey().name()).toList(),
                jdbc.batchUpdate(
                        "update stream set last_number = ?, may_restart = false" + KEY + " and resets = ?",
                        known,
                        BATCH,
                        (update, each) -> {
                            update.setInt(1, each.getValue());
                            key(update, 2, each.getKey().name(), "IN");
                            update.setInt(6, each.getKey().resets());
                        }));
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
        return new FileName(name, number(lastSequences(Set.of(name)).getOrDefault(name, 0L) + 1));
    }

    /**
     * The next answer's sequence and name in an outbound stream, without gaps: the number goes with the transaction, which must
     * also record the answer.
     */
    public NextAnswer next(StreamName name) {
        return next(Map.of(name, 1)).getOrDefault(name, List.of()).get(0);
    }

    /** As {@link #next(StreamName)}, so many of each stream, in their order. */
    public Map<StreamName, List<NextAnswer>> next(Map<StreamName, Integer> counts) {
        List<StreamName> names = List.copyOf(counts.keySet());
        int[][] rows = jdbc.batchUpdate(
                "update stream set last_sequence = last_sequence + ?" + KEY, names, BATCH, (update, name) -> {
                    update.setInt(1, counts.getOrDefault(name, 0));
                    key(update, 2, name, "OUT");
                });
        List<StreamName> created = new ArrayList<>();
        int i = 0;
        for (int[] batch : rows) {
            for (int changed : batch) {
                StreamName name = names.get(i++);
                if (changed == 0) {
                    created.add(name);
                }
            }
        }
        insert(created, "OUT", Map.of(), counts);
        Map<StreamName, List<NextAnswer>> next = new HashMap<>();
        lastSequences(names).forEach((name, last) -> next.put(name, answers(name, last, counts.getOrDefault(name, 0))));
        return next;
    }

    private static List<NextAnswer> answers(StreamName name, long last, int count) {
        List<NextAnswer> answers = new ArrayList<>(count);
        for (long sequence = last - count + 1; sequence <= last; sequence++) {
            answers.add(new NextAnswer(sequence, new FileName(name, number(sequence))));
        }
        return answers;
    }

    private Map<StreamName, Long> lastSequences(Collection<StreamName> names) {
        Map<StreamName, Long> last = new HashMap<>();
        jdbc.query(those(names, "OUT", "last_sequence"), row -> {
            last.put(name(row), row.getLong(4));
        });
        return last;
    }

    private static PreparedStatementCreator those(Collection<StreamName> names, String direction, String columns) {
        return connection -> {
            var query = connection.prepareStatement("select system, environment, type, " + columns
                    + " from unnest(cast(? as varchar array), cast(? as varchar array), cast(? as varchar array))"
                    + " as k (s, e, t) join stream on system = k.s and environment = k.e and type = k.t"
                    + " where direction = ?");
            query.setArray(1, SqlArrays.texts(connection, names, StreamName::system));
            query.setArray(
                    2,
                    SqlArrays.texts(
                            connection, names, name -> name.environment().name()));
            query.setArray(3, SqlArrays.texts(connection, names, StreamName::type));
            query.setString(4, direction);
            return query;
        };
    }

    private static StreamName name(ResultSet row) throws SQLException {
        return new StreamName(row.getString(1), Environment.valueOf(row.getString(2)), row.getString(3));
    }

    private static void key(PreparedStatement update, int from, StreamName name, String direction) throws SQLException {
        update.setString(from, name.system());
        update.setString(from + 1, name.environment().name());
        update.setString(from + 2, name.type());
        update.setString(from + 3, direction);
    }

    private static void requireOneEach(List<StreamName> names, int[][] rows) {
        int i = 0;
        for (int[] batch : rows) {
            for (int changed : batch) {
                LedgerConflict.unlessOne(changed, "stream " + names.get(i++));
            }
        }
    }

    /** The sequence of the last answer of an outbound stream; 0 if there is none. */
    public long lastAnswer(StreamName name) {
        return lastSequences(List.of(name)).getOrDefault(name, 0L);
    }

    /** Goes on after this sequence, which a backup did not know. Nothing happens if the stream is there already. */
    public void restored(StreamName name, long sequence, Instant at) {
        long last = lastAnswer(name);
        if (sequence > last) {
            next(Map.of(name, Math.toIntExact(sequence - last)));
            jdbc.update(
                    "insert into restored_stream (system, environment, type, sequence, at) values (?, ?, ?, ?, ?)",
                    name.system(),
                    name.environment().name(),
                    name.type(),
                    sequence,
                    Rows.time(at));
        }
    }

    /** The first sequence after this one whose answer gets this number. */
    public static long nextWith(int number, long after) {
        return after + 1 + Math.floorMod(number - 1 - after, LAST_NUMBER);
    }

    /** How many answers a stream gives before a number of it comes again. */
    public static int round() {
        return LAST_NUMBER;
    }

    private static int number(long sequence) {
        return (int) ((sequence - 1) % LAST_NUMBER) + 1;
    }

    private void insert(
            Collection<StreamName> names,
            String direction,
            Map<StreamName, Integer> numbers,
            Map<StreamName, Integer> sequences) {
        jdbc.batchUpdate(
                "insert into stream (system, environment, type, direction, last_number, last_sequence)"
                        + " values (?, ?, ?, ?, ?, ?)",
                names,
                BATCH,
                (insert, name) -> {
                    key(insert, 1, name, direction);
                    insert.setInt(5, numbers.getOrDefault(name, 0));
                    insert.setLong(6, sequences.getOrDefault(name, 0));
                });
    }

    /** The place of an answer in its stream, and the name that follows from it. */
    public record NextAnswer(long sequence, FileName name) {}
}
