package bcl.reconciliation;

import bcl.ledger.LedgerFile;
import bcl.ledger.Outcome;
import bcl.parsing.FilePlan;
import bcl.parsing.Groups;
import bcl.parsing.RawGroup;
import bcl.parsing.StructureScan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a sealed copy once more and holds each contact in it against its outcome and what was stored of it. */
final class ContentAudit {
    private static final int PAGE = 1000;

    private final Audit audit;
    private final StructureScan scan = new StructureScan(Integer.MAX_VALUE, Integer.MAX_VALUE);
    private final GroupAudit groups;

    ContentAudit(Audit audit) {
        this.audit = audit;
        this.groups = new GroupAudit(audit);
    }

    /** Of a decided file whose sealed copy has its digest. */
    void check(LedgerFile file) {
        Path copy = audit.books().home().sealed(file.digest());
        try {
            FilePlan plan = scan.scan(copy).plan();
            if (plan.parts().isEmpty()) {
                audit.differences()
                        .file(Subject.FILE, file.id(), "it was decided, but its sealed copy has no contacts");
            }
            try (Groups reader = new Groups(copy, plan)) {
                walk(file, reader);
            }
        } catch (IOException e) {
            audit.differences().file(Subject.SEALED_COPY, file.id(), "its sealed copy cannot be read: " + e);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            audit.differences().file(Subject.OUTCOME, file.id(), "its outcomes cannot be read: " + e.getMessage());
        }
    }

    private void walk(LedgerFile file, Groups reader) throws IOException {
        RawGroup group = reader.next();
        long line = 0;
        List<Outcome> page = audit.books().outcomes().page(file.id(), line, PAGE);
        while (!page.isEmpty()) {
            StoredContacts stored = StoredContacts.of(audit.jdbc(), page);
            for (Outcome outcome : page) {
                group = withoutOutcome(file, reader, group, outcome.line());
                if (group == null || line(group) > outcome.line()) {
                    differs(file, outcome.line(), "an outcome where no contact begins");
                } else {
                    groups.check(file, group, outcome, stored);
                    group = reader.next();
                }
            }
            audit.tally().outcomes(page.size());
            line = page.get(page.size() - 1).line();
            page = audit.books().outcomes().page(file.id(), line, PAGE);
        }
        withoutOutcome(file, reader, group, Long.MAX_VALUE);
    }

    private @Nullable RawGroup withoutOutcome(LedgerFile file, Groups reader, @Nullable RawGroup from, long before)
            throws IOException {
        RawGroup group = from;
        while (group != null && line(group) < before) {
            differs(file, line(group), "a contact without an outcome");
            group = reader.next();
        }
        return group;
    }

    private void differs(LedgerFile file, long line, String what) {
        audit.differences().add(Subject.OUTCOME, file.id(), line, what);
    }

    private static long line(RawGroup group) {
        return group.lines().get(0).number();
    }
}
