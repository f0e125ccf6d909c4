package bcl.contacts;

import bcl.bulk.BulkInsert;
import bcl.bulk.BulkTable;
import bcl.bulk.RowWriter;
import bcl.wire.ContactRecord;
import bcl.wire.ContactStatus;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores contacts and hands out their numbers. Thread-safe; every method runs in the caller's transaction, and what it did goes
 * with that transaction.
 */
public final class Contacts {
    private static final String ENGINE = "engine";
    private static final BulkTable CONTACT = BulkTable.of(
            "contact",
            "crn",
            "organisation",
            "file_id",
            "line",
            "reference",
            "code",
            "mprn",
            "open_mprn",
            "previous_crn",
            "status",
            "content_digest",
            "created_at");
    private static final BulkTable RECORD = BulkTable.of("contact_record", "crn", "place", "record_id", "fields");
    private static final BulkTable EVENT = BulkTable.of("contact_event", "crn", "sequence", "at", "to_status", "actor");

    private final JdbcTemplate jdbc;
    private final BulkInsert bulk;

    public Contacts(JdbcTemplate jdbc, BulkInsert bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /**
     * Takes that many numbers that nobody had before and nobody gets again, and returns the first. If the transaction rolls back
     * they were never handed out; if it commits, those that stay unused are a gap.
     */
    public long reserveCrns(long count) {
        int rows = jdbc.update("update crn_counter set next_crn = next_crn + ? where id = 1", count);
        if (rows != 1) {
            throw new IllegalStateException(
                    "table crn_counter has no row: the database was not set up by this program");
        }
        Long next = jdbc.queryForObject("select next_crn from crn_counter where id = 1", Long.class);
        return (next == null ? 0 : next) - count;
    }

    /** Hands out no number up to this one any more; the next one is at least one above it. */
    public void skipCrns(long highest) {
        jdbc.update("update crn_counter set next_crn = ? where id = 1 and next_crn <= ?", highest + 1, highest);
    }

    /** The number that is handed out next. */
    public long nextCrn() {
        Long next = jdbc.queryForObject("select next_crn from crn_counter where id = 1", Long.class);
        return next == null ? 0 : next;
    }

    /** Inserts the contacts, their records and the first event of each. */
    public void insert(Collection<NewContact> contacts) {
        if (contacts.isEmpty()) {
            return;
        }
        bulk.insert(CONTACT, rows -> {
            for (NewContact contact : contacts) {
                contact(rows, contact);
            }
        });
        bulk.insert(RECORD, rows -> {
            for (NewContact contact : contacts) {
                records(rows, contact.crn(), contact.records());
            }
        });
        bulk.insert(EVENT, rows -> {
            for (NewContact contact : contacts) {
                rows.bigint(contact.crn()).integer(1).instant(contact.createdAt());
                rows.text(ContactStatus.AACA.name()).text(ENGINE).endRow();
            }
        });
    }

    private static void contact(RowWriter rows, NewContact contact) throws SQLException {
        rows.bigint(contact.crn())
                .text(contact.organisation())
                .bigint(contact.fileId())
                .bigint(contact.line())
                .text(contact.reference())
                .text(contact.code())
                .bigint(contact.mprn())
                .bigint(contact.mprn())
                .bigint(contact.previousCrn())
                .text(ContactStatus.AACA.name())
                .bytes(contact.contentDigest().bytes())
                .instant(contact.createdAt())
                .endRow();
    }

    private static void records(RowWriter rows, long crn, List<ContactRecord> records) throws SQLException {
        int place = 1;
        for (ContactRecord each : records) {
            rows.bigint(crn)
                    .integer(place++)
                    .text(each.recordId())
                    .text(each.fields())
                    .endRow();
        }
    }
}
