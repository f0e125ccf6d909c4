package bcl.ledger;

import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Decides what became of the files that the intake claimed: whether they were recorded, or never will be under that claim. Each
 * claim is decided once; two that decide at the same time are kept apart by the primary key. Thread-safe.
 */
public final class ClaimLedger {
    private final JdbcTemplate jdbc;

    public ClaimLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Says that the files of a claim are recorded, as the first statement of the transaction that records them. Until that ends nothing
     * is erased from the archive.
     *
     * @throws LedgerConflict if the claim was settled as void before; roll back
     */
    public void record(String claim, Instant at) {
        try {
            insert(claim, true, at);
        } catch (DuplicateKeyException e) {
            throw new LedgerConflict("claim " + claim + " was given up before its files were recorded");
        }
        new ErasureLedger(jdbc).lockArchive();
    }

    /**
     * Settles a claim of which nobody knows what became of it: from now on it stays so. Call it outside of a transaction.
     *
     * @return whether its files were recorded, and are even after a power loss; if not, they never will be under this claim
     */
    public boolean settle(String claim, Instant at) {
        try {
            insert(claim, false, at);
            return false;
        } catch (DuplicateKeyException e) {
            boolean recorded = Boolean.TRUE.equals(
                    jdbc.queryForObject("select recorded from intake_claim where id = ?", Boolean.class, claim));
            if (recorded) {
                sync();
            }
            return recorded;
        }
    }

    /** To be called between the commit of what was recorded and the removal of what was sent. */
    public void sync() {
        Checkpoint.sync(jdbc);
    }

    /** Forgets old claims. Only for a home in which no claimed file is left: one that comes back would be taken again. */
    public int forgetBefore(Instant time) {
        return jdbc.update("delete from intake_claim where at < ?", Rows.time(time));
    }

    private void insert(String claim, boolean recorded, Instant at) {
        jdbc.update("insert into intake_claim (id, recorded, at) values (?, ?, ?)", claim, recorded, Rows.time(at));
    }
}
