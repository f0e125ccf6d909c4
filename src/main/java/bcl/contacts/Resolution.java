package bcl.contacts;

import bcl.wire.ContactStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Changes the status of contacts: each change is an event, and a closed contact no longer counts for CON00006. Works beside a
 * night, which only adds contacts. Thread-safe; every method runs in the caller's transaction.
 */
public final class Resolution {
    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;

    public Resolution(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks these contacts until the transaction ends, and gives the status of each that exists, by CRN. */
    public Map<Long, ContactStatus> lock(Collection<Long> crns) {
        // In one order everywhere, so that two commands at a time wait for each other and never for ever.
        List<Long> ordered = crns.stream().sorted().distinct().toList();
        Map<Long, ContactStatus> statuses = new TreeMap<>();
        for (int from = 0; from < ordered.size(); from += BATCH) {
            Object[] some = ordered.subList(from, Math.min(from + BATCH, ordered.size()))
                    .toArray();
            jdbc.query(
                    connection -> {
                        var statement = connection.prepareStatement(
                                "select crn, status from contact where crn = any(?) order by crn for update");
                        statement.setArray(1, connection.createArrayOf("bigint", some));
                        return statement;
                    },
                    row -> {
                        statuses.put(row.getLong(1), ContactStatus.valueOf(row.getString(2)));
                    });
        }
        return statuses;
    }

    /**
     * Records changes of contacts that are locked.
     *
     * @throws IllegalStateException if a contact has not the status that it was said to have, or is closed: roll back
     */
    public void change(List<StatusChange> changes, String actor, Instant at) {
        for (int from = 0; from < changes.size(); from += BATCH) {
            some(changes.subList(from, Math.min(from + BATCH, changes.size())), actor, at);
        }
    }

    private void some(List<StatusChange> changes, String actor, Instant at) {
        var time = at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        int[] changed = jdbc.batchUpdate(
                "update contact set status = ?, open_mprn = case when ? then null else open_mprn end"
                        + " where crn = ? and status = ? and status not in ('CCIV', 'CCVA')",
                changes.stream()
                        .map(each -> new Object[] {
                            each.to().name(),
                            each.to().isClosed(),
                            each.crn(),
                            each.from().name()
                        })
                        .toList());
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] != 1) {
                throw new IllegalStateException("contact " + changes.get(i).crn() + " is not "
                        + changes.get(i).from() + " or is closed: nothing may be recorded");
            }
        }
        jdbc.batchUpdate(
                "insert into contact_event (crn, sequence, at, from_status, to_status, actor, reason)"
                        + " select ?, coalesce(max(sequence), 0) + 1, ?, ?, ?, ?, ? from contact_event where crn = ?",
                changes.stream()
                        .map(each -> new Object[] {
                            each.crn(), time, each.from().name(), each.to().name(), actor, each.reason(), each.crn()
                        })
                        .toList());
        // In this transaction, so that each event of the CDSP is sealed and any other is known to be a stranger's.
        jdbc.batchUpdate(
                "insert into evidence_event (crn, sequence)"
                        + " select crn, max(sequence) from contact_event where crn = ? group by crn",
                changes.stream().map(each -> new Object[] {each.crn()}).toList());
    }
}
