package bcl.reconciliation;

import bcl.wire.ContactStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Each contact's status, history and number of records, page by page over three tables in the order of the CRNs. */
final class Histories {
    private static final int PAGE = 2000;

    private final Audit audit;

    private record Row(
            long crn,
            long fileId,
            long line,
            @Nullable Long mprn,
            @Nullable Long openMprn,
            String status) {}

    private record Event(int sequence, @Nullable String from, String to) {}

    Histories(Audit audit) {
        this.audit = audit;
    }

    void check() {
        long after = Long.MIN_VALUE;
        List<Row> page = page(after);
        while (!page.isEmpty()) {
            long last = page.get(page.size() - 1).crn();
            check(page, after, last);
            audit.tally().contacts(page.size());
            after = last;
            page = page(after);
        }
        check(List.of(), after, Long.MAX_VALUE);
    }

    /** As it should be where they were erased. */
    private void withoutRecords(List<Row> contacts) {
        Set<Long> erased = audit.books()
                .erasures()
                .among(contacts.stream().map(Row::fileId).distinct().toList());
        contacts.stream()
                .filter(contact -> !erased.contains(contact.fileId()))
                .forEach(contact -> differs(Subject.CONTACT, contact, "has no records"));
    }

    private List<Row> page(long after) {
        return audit.jdbc()
                .query(
                        "select crn, file_id, line, mprn, open_mprn, status from contact where crn > ? order by crn limit ?",
                        (row, i) -> new Row(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getObject(4, Long.class),
                                row.getObject(5, Long.class),
                                row.getString(6)),
                        after,
                        PAGE);
    }

    private void check(List<Row> contacts, long after, long last) {
        Map<Long, List<Event>> events = events(after, last);
        Map<Long, Integer> records = records(after, last);
        List<Row> without = new ArrayList<>();
        for (Row contact : contacts) {
            history(contact, events.remove(contact.crn()));
            Integer places = records.remove(contact.crn());
            if (places == null) {
                without.add(contact);
            } else if (places < 0) {
                differs(Subject.CONTACT, contact, "has lost a record");
            }
        }
        withoutRecords(without);
        TreeSet<Long> orphans = new TreeSet<>(events.keySet());
        orphans.addAll(records.keySet());
        orphans.forEach(crn ->
                audit.differences().home(Subject.CONTACT, "contact " + crn + " has records or events, but is lost"));
    }

    private void history(Row contact, @Nullable List<Event> events) {
        if (events == null) {
            differs(Subject.HISTORY, contact, "has no events");
            return;
        }
        String status = null;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            if (event.sequence() != i + 1 || !Objects.equals(event.from(), status) || isClosed(status)) {
                differs(Subject.HISTORY, contact, "has a history that breaks at event " + (i + 1));
                return;
            }
            status = event.to();
        }
        if (!contact.status().equals(status)) {
            differs(Subject.HISTORY, contact, "is " + contact.status() + ", but its last event says " + status);
        } else if (!ContactStatus.AACA.name().equals(events.get(0).to())) {
            differs(Subject.HISTORY, contact, "did not begin as AACA");
        }
        Long open = isClosed(contact.status()) ? null : contact.mprn();
        if (!Objects.equals(open, contact.openMprn())) {
            differs(Subject.CONTACT, contact, "is " + contact.status() + ", but is not marked so for CON00006");
        }
    }

    private Map<Long, List<Event>> events(long after, long last) {
        Map<Long, List<Event>> events = new HashMap<>();
        audit.jdbc()
                .query(
                        "select crn, sequence, from_status, to_status from contact_event where crn > ? and crn <= ?"
                                + " order by crn, sequence",
                        row -> {
                            events.computeIfAbsent(row.getLong(1), crn -> new ArrayList<>(1))
                                    .add(new Event(row.getInt(2), row.getString(3), row.getString(4)));
                        },
                        after,
                        last);
        return events;
    }

    /** How many records each contact has; -1 where their places are not 1, 2, 3 or the first is no {@code L01}. */
    private Map<Long, Integer> records(long after, long last) {
        Map<Long, Integer> records = new HashMap<>();
        audit.jdbc()
                .query(
                        "select crn, place, record_id from contact_record where crn > ? and crn <= ? order by crn, place",
                        row -> {
                            int place = row.getInt(2);
                            int before = records.getOrDefault(row.getLong(1), 0);
                            boolean right = place == before + 1 && (place > 1 || "L01".equals(row.getString(3)));
                            records.put(row.getLong(1), right ? place : -1);
                        },
                        after,
                        last);
        return records;
    }

    private static boolean isClosed(@Nullable String status) {
        return "CCIV".equals(status) || "CCVA".equals(status);
    }

    private void differs(Subject subject, Row contact, String what) {
        audit.differences().add(subject, contact.fileId(), contact.line(), "contact " + contact.crn() + " " + what);
    }
}
