package bcl.evidence;

import bcl.night.NightClock;
import bcl.night.UkTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what was committed since the last seal: answers, contacts with their first event, later events. From the committed rows, so
 * that nothing is added to the transactions that decide contacts; in transactions of its own, each of which can be the last one
 * before a crash: what lies in no segment is put into one by the next call, and what does is not again. Several processes may call it;
 * they wait for each other. Constant memory.
 */
public final class Sealing {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final NightClock clock;
    private final Seals seals;

    public Sealing(JdbcTemplate jdbc, TransactionTemplate transaction, NightClock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.seals = new Seals(jdbc);
    }

    /**
     * Seals all that is open.
     *
     * @param goOn asked between two transactions; false leaves the rest to the next call
     * @return the last seal, a new one if there was anything to seal; empty if there was never anything
     */
    public Optional<Seal> close(BooleanSupplier goOn) {
        boolean more = true;
        while (more && goOn.getAsBoolean()) {
            more = locked(() -> new Collector(jdbc).answers()) > 0;
        }
        more = true;
        while (more && goOn.getAsBoolean()) {
            more = locked(() -> new Collector(jdbc).events()) > 0;
        }
        if (goOn.getAsBoolean()) {
            locked(this::seal);
        }
        return seals.last();
    }

    private interface Work {
        long run();
    }

    private long locked(Work work) {
        Long done = transaction.execute(status -> {
            jdbc.queryForObject("select id from evidence_lock where id = 1 for update", Integer.class);
            return work.run();
        });
        return Objects.requireNonNull(done, "work tells what it did");
    }

    private long seal() {
        List<Long> open =
                jdbc.queryForList("select id from evidence_segment where seal is null order by id", Long.class);
        if (open.isEmpty()) {
            return 0;
        }
        Sha256 sha256 = new Sha256();
        MerkleTree tree = new MerkleTree(sha256);
        long entries = 0;
        for (long segment : open) {
            List<Entry> of = Segment.entries(jdbc, segment);
            tree.add(SegmentEntries.leaf(sha256, of));
            entries += of.size();
        }
        Optional<Seal> before = seals.last();
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
        Seal seal = Seal.make(
                sha256,
                before.map(Seal::number).orElse(0L) + 1,
                UkTime.localDate(now),
                now,
                entries,
                tree.root(),
                before.map(Seal::digest).orElseGet(Seal::beforeTheFirst));
        seals.insert(seal);
        jdbc.batchUpdate(
                "update evidence_segment set seal = ? where id = ?",
                open.stream().map(id -> new Object[] {seal.number(), id}).toList());
        return entries;
    }
}
