package bcl.reconciliation;

import bcl.ledger.Erased;
import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.ledger.Totals;
import bcl.wire.ContentDigest;
import bcl.wire.FileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One delivery: its row, its sealed copy, its contacts and its answer. */
final class FileAudit {
    private final Audit audit;
    private final ContentAudit content;
    private final AnswerAudit answers;
    private final Remains remains;

    FileAudit(Audit audit) {
        this.audit = audit;
        this.content = new ContentAudit(audit);
        this.answers = new AnswerAudit(audit);
        this.remains = new Remains(audit);
    }

    /** Tells what does not add up. */
    void check(long id) {
        LedgerFile file;
        try {
            file = audit.books().files().get(id);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            differs(id, "its row cannot be read: " + e.getMessage());
            return;
        }
        columns(file);
        Optional<Erased> erased = audit.books().erasures().of(id);
        erased.ifPresent(gone -> remains.check(file, gone));
        boolean sealed = erased.isEmpty() && sealed(file);
        switch (file.state()) {
            case TAKEN, OPEN, PAUSED, HELD -> audit.tally().unfinished();
            case DECIDED, REJECTED, ANSWERED ->
                decided(
                        file,
                        sealed,
                        sealed || (erased.isPresent() && !file.findings().isEmpty()));
        }
    }

    private void columns(LedgerFile file) {
        Map<String, Object> row = audit.jdbc()
                .queryForMap("select system, environment, type, number from inbound_file where id = ?", file.id());
        FileName name = file.fileName();
        boolean same = name == null
                ? row.values().stream().allMatch(Objects::isNull)
                : name.stream().system().equals(row.get("system"))
                        && name.stream().environment().name().equals(row.get("environment"))
                        && name.stream().type().equals(row.get("type"))
                        && Integer.valueOf(name.number()).equals(row.get("number"));
        if (!same) {
            differs(file.id(), "its stream and number are not those of its name");
        }
    }

    private boolean sealed(LedgerFile file) {
        Path copy = audit.books().home().sealed(file.digest());
        try {
            if (!Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS)) {
                audit.differences().file(Subject.SEALED_COPY, file.id(), "its sealed copy is not in the archive");
                return false;
            }
            if (Files.size(copy) != file.size() || !ContentDigest.ofFile(copy).equals(file.digest())) {
                audit.differences().file(Subject.SEALED_COPY, file.id(), "its sealed copy was altered");
                return false;
            }
            return true;
        } catch (IOException e) {
            audit.differences().file(Subject.SEALED_COPY, file.id(), "its sealed copy cannot be read: " + e);
            return false;
        }
    }

    /** @param renders whether its answer can be made again: one that rejects the file whole needs no sealed copy */
    private void decided(LedgerFile file, boolean sealed, boolean renders) {
        Totals counted = audit.books().outcomes().totals(List.of(file.id())).getOrDefault(file.id(), Totals.NONE);
        if (!counted.equals(file.totals())) {
            differs(file.id(), "its totals are " + told(file.totals()) + ", but its outcomes are " + told(counted));
        }
        if (file.decidedAt() == null) {
            differs(file.id(), "it is " + file.state() + " without a time at which it was decided");
            return;
        }
        if (file.repeatOf() != null) {
            repeated(file, file.repeatOf());
            return;
        }
        boolean rejected = !file.findings().isEmpty();
        if (rejected && counted.received() > 0) {
            differs(file.id(), "it was rejected whole, but has outcomes");
        }
        if (!rejected && file.state() == FileState.REJECTED) {
            differs(file.id(), "it was rejected without a reason");
        } else if (!rejected) {
            contacts(file, sealed);
        }
        answers.check(file, renders);
    }

    private void contacts(LedgerFile file, boolean sealed) {
        long contacts = audit.number("select contacts from inbound_file where id = ?", file.id());
        if (contacts != file.totals().received()) {
            differs(file.id(), "it has " + contacts + " contacts, but its totals are " + told(file.totals()));
        }
        if (sealed) {
            content.check(file);
        }
    }

    private void repeated(LedgerFile file, long earlier) {
        LedgerFile first = audit.books().files().find(earlier).orElse(null);
        if (first == null
                || !first.digest().equals(file.digest())
                || !first.name().equals(file.name())) {
            differs(file.id(), "it is said to repeat file " + earlier + ", which has another name or other bytes");
        }
    }

    private void differs(long id, String what) {
        audit.differences().file(Subject.FILE, id, what);
    }

    private static String told(Totals totals) {
        return totals.accepted() + " accepted, " + totals.rejected() + " rejected, " + totals.repeated() + " repeated";
    }
}
