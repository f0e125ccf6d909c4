package bcl.reconciliation;

import bcl.ledger.Outcome;
import bcl.ledger.OutcomeKind;
import bcl.wire.ContactRecord;
import bcl.wire.ContentDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database keeps of the contacts that a page of outcomes names. */
record StoredContacts(Map<Long, Stored> contacts, Map<Long, List<ContactRecord>> records) {
    /** The columns that follow from what was sent. */
    record Stored(
            long fileId,
            long line,
            String reference,
            String code,
            @Nullable Long mprn,
            @Nullable Long previousCrn,
            ContentDigest digest) {}

    static StoredContacts of(JdbcTemplate jdbc, List<Outcome> outcomes) {
        Object[] crns = crns(outcomes, OutcomeKind.AC, OutcomeKind.RP);
        Map<Long, Stored> contacts = new HashMap<>();
        Map<Long, List<ContactRecord>> records = new HashMap<>();
        if (crns.length > 0) {
            read(jdbc, outcomes, crns, contacts, records);
        }
        return new StoredContacts(contacts, records);
    }

    private static void read(
            JdbcTemplate jdbc,
            List<Outcome> outcomes,
            Object[] crns,
            Map<Long, Stored> contacts,
            Map<Long, List<ContactRecord>> records) {
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            "select crn, file_id, line, reference, code, mprn, previous_crn, content_digest from contact"
                                    + " where crn = any(?)");
                    statement.setArray(1, connection.createArrayOf("bigint", crns));
                    return statement;
                },
                row -> {
                    contacts.put(
                            row.getLong("crn"),
                            new Stored(
                                    row.getLong("file_id"),
                                    row.getLong("line"),
                                    row.getString("reference"),
                                    row.getString("code"),
                                    row.getObject("mprn", Long.class),
                                    row.getObject("previous_crn", Long.class),
                                    ContentDigest.of(row.getBytes("content_digest"))));
                });
        created(jdbc, crns(outcomes, OutcomeKind.AC), records);
    }

    /** Of a repeated contact the records are compared where it was created. */
    private static void created(JdbcTemplate jdbc, Object[] crns, Map<Long, List<ContactRecord>> records) {
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            "select crn, record_id, fields from contact_record where crn = any(?) order by crn, place");
                    statement.setArray(1, connection.createArrayOf("bigint", crns));
                    return statement;
                },
                row -> {
                    records.computeIfAbsent(row.getLong("crn"), crn -> new ArrayList<>())
                            .add(new ContactRecord(row.getString("record_id"), row.getString("fields")));
                });
    }

    private static Object[] crns(List<Outcome> outcomes, OutcomeKind... kinds) {
        return outcomes.stream()
                .filter(each -> List.of(kinds).contains(each.kind()))
                .map(Outcome::crn)
                .filter(Objects::nonNull)
                .toArray();
    }
}
