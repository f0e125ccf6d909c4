package bcl.reconciliation;

/** CRNs: none outside of the sequence, none that would be handed out again, no block within another. */
final class Numbers {
    private static final long FIRST = 5_000_000_001L;

    private final Audit audit;

    Numbers(Audit audit) {
        this.audit = audit;
    }

    void check() {
        counter();
        long tooLow = audit.number("select count(*) from contact where crn < ?", FIRST);
        if (tooLow > 0) {
            differs(tooLow + " contacts have a CRN below " + FIRST + ", where the sequence starts");
        }
        audit.jdbc()
                .query(
                        "select id, earlier from (select id, first_crn, lag(id) over (order by first_crn, id) as earlier,"
                                + " lag(first_crn + contacts) over (order by first_crn, id) as free from inbound_file"
                                + " where first_crn is not null) blocks where first_crn < free order by id limit "
                                + Differences.TOLD,
                        row -> {
                            audit.differences()
                                    .file(
                                            Subject.CRN,
                                            row.getLong(1),
                                            "its block of CRNs begins within that of file " + row.getLong(2));
                        });
    }

    private void counter() {
        long rows = audit.number("select count(*) from crn_counter where id = 1");
        long next = rows == 0 ? 0 : audit.number("select next_crn from crn_counter where id = 1");
        long used = audit.number("select max(crn) from contact");
        long reserved = audit.number("select max(first_crn + contacts - 1) from inbound_file");
        long highest = Math.max(used, reserved);
        if (rows == 0) {
            differs("table crn_counter has no row");
        } else if (next < FIRST || highest >= next) {
            differs("the counter would hand out " + next + " next, but CRNs up to " + highest
                    + " are used or reserved");
        }
    }

    private void differs(String what) {
        audit.differences().home(Subject.CRN, what);
    }
}
