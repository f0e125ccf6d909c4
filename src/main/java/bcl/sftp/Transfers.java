package bcl.sftp;

import bcl.ledger.AccessLedger;
import bcl.ledger.Transfer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transfers that wait for the ledger, so that a thousand of them are one statement. What one key does with one name again and again is
 * recorded once a day (UTC): a client must not be able to fill a table. Thread-safe.
 */
final class Transfers {
    private static final Logger LOG = LoggerFactory.getLogger(Transfers.class);
    private static final int WAITING = 100_000;
    private static final int BATCH = 1000;

    private final AccessLedger ledger;
    private final BlockingDeque<Transfer> waiting = new LinkedBlockingDeque<>(WAITING);
    private final Set<Said> today = new HashSet<>();
    private final AtomicBoolean told = new AtomicBoolean();
    private LocalDate day = LocalDate.EPOCH;

    private record Said(String organisation, String key, String kind, String name) {}

    Transfers(AccessLedger ledger) {
        this.ledger = ledger;
    }

    /** Whether {@link #write} has to be called for it: not if somebody was told so before, and has not begun. */
    boolean add(Transfer transfer) {
        if (!isNews(transfer)) {
            return false;
        }
        if (!waiting.offerLast(transfer)) {
            LOG.error("The database is away for so long that a transfer is not recorded; the log has it");
        }
        return told.compareAndSet(false, true);
    }

    /** Writes all that wait; what the database does not take goes on waiting. One thread at a time. */
    void write() {
        told.set(false);
        while (!waiting.isEmpty()) {
            List<Transfer> some = new ArrayList<>();
            waiting.stream().limit(BATCH).forEach(some::add);
            ledger.transferred(some);
            some.forEach(written -> waiting.removeFirst());
        }
    }

    private synchronized boolean isNews(Transfer transfer) {
        LocalDate now = transfer.at().atOffset(ZoneOffset.UTC).toLocalDate();
        if (!now.equals(day) || today.size() >= WAITING) {
            day = now;
            today.clear();
        }
        return today.add(new Said(transfer.organisation(), transfer.key(), transfer.kind(), transfer.name()));
    }
}
