package bcl.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes against contacts and contacts against outcomes, of all files: both are committed together, so that this holds at any
 * time. One pass over each table.
 */
final class Crosswise {
    private static final String TEST = "(f.environment is not null and f.environment = 'TN')";
    private static final String OUTCOMES = "select o.file_id, o.line, o.kind, o.crn, f.id as delivery, " + TEST
            + " as test, c.crn as stored, c.file_id as contact_file, c.line as contact_line from outcome o"
            + " left join inbound_file f on f.id = o.file_id left join contact c on c.crn = o.crn"
            + " where f.id is null"
            + " or ((o.kind = 'RJ' or " + TEST + ") and (o.crn is not null or o.status is not null))"
            + " or (o.kind <> 'RJ' and not " + TEST + " and (o.crn is null or o.status is null or c.crn is null"
            + " or c.organisation <> f.organisation"
            + " or (o.kind = 'AC' and (c.file_id <> o.file_id or c.line <> o.line))))"
            + " or o.kind not in ('AC', 'RP', 'RJ')"
            + " order by o.file_id, o.line limit " + Differences.TOLD;
    private static final String CONTACTS =
            "select c.crn, c.file_id, c.line, f.id as delivery, o.kind, o.crn as outcome_crn"
                    + " from contact c left join inbound_file f on f.id = c.file_id"
                    + " left join outcome o on o.file_id = c.file_id and o.line = c.line"
                    + " where f.id is null or o.crn is null or o.kind <> 'AC' or o.crn <> c.crn"
                    + " or " + TEST + " or c.organisation <> f.organisation or f.first_crn is null"
                    + " or c.crn < f.first_crn or c.crn >= f.first_crn + f.contacts"
                    + " order by c.crn limit " + Differences.TOLD;
    private static final String PREVIOUS = "select c.crn, c.file_id, c.line, c.previous_crn from contact c"
            + " left join contact p on p.crn = c.previous_crn where c.previous_crn is not null and (p.crn is null"
            + " or p.organisation <> c.organisation or p.code <> c.code or p.status <> 'CCIV' or p.crn >= c.crn)"
            + " order by c.crn limit " + Differences.TOLD;

    private final Audit audit;

    Crosswise(Audit audit) {
        this.audit = audit;
    }

    void check() {
        audit.jdbc().query(OUTCOMES, row -> {
            differs(Subject.OUTCOME, row, outcome(row));
        });
        audit.jdbc().query(CONTACTS, row -> {
            differs(Subject.CONTACT, row, contact(row));
        });
        audit.jdbc().query(PREVIOUS, row -> {
            differs(
                    Subject.CONTACT,
                    row,
                    "contact " + row.getLong("crn") + " follows " + row.getLong("previous_crn")
                            + ", which is not an earlier contact of the same organisation and code, closed invalid");
        });
    }

    private static String outcome(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        Long crn = number(row, "crn");
        if (number(row, "delivery") == null) {
            return "an outcome of a file that the ledger does not have";
        }
        if (row.getBoolean("test")) {
            return "an outcome of a test file that has a CRN or a status";
        }
        if ("RJ".equals(kind)) {
            return "rejected, but with the CRN " + crn;
        }
        if (crn == null) {
            return "accepted or repeated (" + kind + ") without a CRN or a status";
        }
        if (number(row, "stored") == null) {
            return "accepted or repeated (" + kind + ") as contact " + crn + ", which does not exist";
        }
        return "accepted or repeated (" + kind + ") as contact " + crn + ", but that is the contact of file "
                + row.getLong("contact_file") + ", line " + row.getLong("contact_line")
                + ", or of another organisation: a CRN is used once";
    }

    private static String contact(ResultSet row) throws SQLException {
        String crn = "contact " + row.getLong("crn");
        Long outcome = number(row, "outcome_crn");
        if (number(row, "delivery") == null) {
            return crn + " came from a file that the ledger does not have";
        }
        if (outcome == null || !"AC".equals(row.getString("kind"))) {
            return crn + " exists, but its line was not accepted";
        }
        return outcome == row.getLong("crn")
                ? crn + " is of another organisation than its file, of a test file, or not in its file's block of CRNs"
                : crn + " exists, but its line was accepted as contact " + outcome;
    }

    private void differs(Subject subject, ResultSet row, String what) throws SQLException {
        audit.differences().add(subject, row.getLong("file_id"), row.getLong("line"), what);
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }
}
