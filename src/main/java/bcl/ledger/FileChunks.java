package bcl.ledger;

import bcl.wire.FileName;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * What is asked of many deliveries at once, and done with them, in a few statements whatever their number. Guarded as
 * {@link FileLedger} is, row by row. Thread-safe; runs in the caller's transaction.
 */
public final class FileChunks {
    private static final RowMapper<LedgerFile> FILE = Rows::file;
    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;

    FileChunks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By number. Those that are not in the ledger are left out. */
    public List<LedgerFile> get(Collection<Long> ids) {
        return byIds(ids, "");
    }

    /** As {@link #get}, and nobody else changes the rows until the caller's transaction ends. */
    public List<LedgerFile> lock(Collection<Long> ids) {
        return byIds(ids, " for update");
    }

    private List<LedgerFile> byIds(Collection<Long> ids, String lock) {
        return jdbc.query(
                connection -> {
                    var query = connection.prepareStatement(
                            "select * from inbound_file where id = any(?) order by id" + lock);
                    query.setArray(1, SqlArrays.bigints(connection, ids));
                    return query;
                },
                FILE);
    }

    /** The deliveries that used up these numbers since their streams were last reset. */
    public Map<FileName, LedgerFile> thatUsed(Collection<FileName> names) {
        Map<FileName, LedgerFile> used = new HashMap<>();
        jdbc.query(
                        connection -> {
                            var query = connection.prepareStatement(
                                    "select inbound_file.* from unnest(cast(? as varchar array), cast(? as varchar array),"
                                            + " cast(? as varchar array), cast(? as integer array)) as k (s, e, t, n)"
                                            + " join inbound_file on system = k.s and environment = k.e and type = k.t"
                                            + " and number = k.n where uses_number and " + FileLedger.RESETS
                                            + " order by id");
                            query.setArray(
                                    1,
                                    SqlArrays.texts(
                                            connection,
                                            names,
                                            name -> name.stream().system()));
                            query.setArray(
                                    2,
                                    SqlArrays.texts(
                                            connection,
                                            names,
                                            name -> name.stream().environment().name()));
                            query.setArray(
                                    3,
                                    SqlArrays.texts(
                                            connection,
                                            names,
                                            name -> name.stream().type()));
                            query.setArray(4, SqlArrays.integers(connection, names, FileName::number));
                            return query;
                        },
                        FILE)
                .forEach(file -> {
                    FileName name = file.fileName();
                    if (name != null) {
                        used.put(name, file); // of several the latest
                    }
                });
        return used;
    }

    /**
     * What the database holds of a file, as it counts it itself.
     *
     * @param contacts those of the file within its block of CRNs
     */
    public record Written(Totals outcomes, long contacts) {
        public static final Written NOTHING = new Written(Totals.NONE, 0);
    }

    /**
     * For the gate. Each count has its own small index scan: a join would be planned as a scan of the whole history as long as
     * the database has no statistics of it.
     *
     * @param files with their blocks of CRNs and the sizes of these
     */
    public Map<Long, Written> written(Map<LedgerFile, Integer> files) {
        List<LedgerFile> all = List.copyOf(files.keySet());
        String outcomes = "(select count(*) from outcome o where o.file_id = k.id and o.kind = ";
        Map<Long, Written> written = new HashMap<>();
        jdbc.query(
                connection -> {
                    var query =
                            connection.prepareStatement("select k.id, " + outcomes + "'AC'), " + outcomes + "'RJ'), "
                                    + outcomes + "'RP'), (select count(*) from contact c where c.crn >= k.first_crn"
                                    + " and c.crn < k.first_crn + k.size and c.file_id = k.id) from unnest(cast(? as bigint array),"
                                    + " cast(? as bigint array), cast(? as integer array)) as k (id, first_crn, size)");
                    query.setArray(
                            1,
                            SqlArrays.bigints(
                                    connection, all.stream().map(LedgerFile::id).toList()));
                    query.setArray(
                            2,
                            connection.createArrayOf(
                                    "bigint",
                                    all.stream().map(LedgerFile::firstCrn).toArray()));
                    query.setArray(3, SqlArrays.integers(connection, all, files::get));
                    return query;
                },
                row -> {
                    Totals totals = new Totals(row.getLong(2), row.getLong(3), row.getLong(4));
                    written.put(row.getLong(1), new Written(totals, row.getLong(5)));
                });
        return written;
    }

    /**
     * {@code TAKEN} to {@code DECIDED} at once: every contact got its outcome in this very transaction, so that nobody ever sees
     * the file {@code OPEN}.
     *
     * @param files as they were read when they were taken up, with their snapshot and their block of CRNs
     */
    public void decide(Map<LedgerFile, Totals> files, Instant at) {
        List<LedgerFile> order = new ArrayList<>(files.keySet());
        int[][] rows = jdbc.batchUpdate(
                "update inbound_file set state = 'DECIDED', uses_number = true, " + FileLedger.RESETS
                        + ", snapshot_id = ?, first_crn = ?, contacts = ?, accepted = ?, rejected = ?, repeated = ?,"
                        + " decided_at = ? where id = ? and " + FileLedger.STATE_OF_IT + " = 'TAKEN' and attempt = ?",
                order,
                BATCH,
                (update, file) -> {
                    Totals totals = files.getOrDefault(file, Totals.NONE);
                    update.setObject(1, file.snapshotId(), Types.BIGINT);
                    update.setObject(2, file.firstCrn(), Types.BIGINT);
                    update.setLong(3, totals.received());
                    update.setLong(4, totals.accepted());
                    update.setLong(5, totals.rejected());
                    update.setLong(6, totals.repeated());
                    update.setObject(7, Rows.time(at));
                    update.setLong(8, file.id());
                    update.setInt(9, file.attempt());
                });
        int i = 0;
        for (int[] batch : rows) {
            for (int changed : batch) {
                LedgerConflict.unlessOne(changed, "file " + order.get(i++).id());
            }
        }
    }

    /** As {@link FileLedger#answered}: files of one attempt in one statement, which must change as many rows. */
    public void answered(Collection<LedgerFile> files) {
        Map<Integer, List<Long>> byAttempt = files.stream()
                .collect(Collectors.groupingBy(
                        LedgerFile::attempt, Collectors.mapping(LedgerFile::id, Collectors.toList())));
        byAttempt.forEach((attempt, ids) -> LedgerConflict.unless(
                ids.size(),
                jdbc.update(connection -> {
                    var update = connection.prepareStatement(
                            "update inbound_file set state = 'ANSWERED', held_from = null, held_by = null,"
                                    + " hold_reason = null where id = any(?) and (state in ('DECIDED', 'REJECTED')"
                                    + " or (state = 'HELD' and held_by is not null"
                                    + " and held_from in ('DECIDED', 'REJECTED'))) and attempt = ?");
                    update.setArray(1, SqlArrays.bigints(connection, ids));
                    update.setInt(2, attempt);
                    return update;
                }),
                "files " + ids));
    }

    /** Gives the numbers that the files got, in their order. */
    List<Long> take(List<NewFile> files) {
        List<Long> ids = jdbc.execute(
                connection -> connection.prepareStatement(
                        "insert into inbound_file (organisation, name, system, environment, type, number, digest, size,"
                                + " received_at, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'TAKEN')",
                        new String[] {"id"}),
                (PreparedStatement insert) -> {
                    for (NewFile file : files) {
                        NewFileRow.set(insert, file);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                    return keys(insert);
                });
        return ids == null ? List.of() : ids;
    }

    private static List<Long> keys(PreparedStatement insert) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet keys = insert.getGeneratedKeys()) {
            while (keys.next()) {
                ids.add(keys.getLong(1));
            }
        }
        return ids;
    }
}
