package bcl.evidence;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Holds what the database says now against what was sealed, and the seals against one another. Changes nothing; memory for one
 * segment. Runs in the caller's transaction.
 */
public final class EvidenceAudit {
    private final JdbcTemplate jdbc;
    private final DigestFiles digests;

    public EvidenceAudit(JdbcTemplate jdbc, DigestFiles digests) {
        this.jdbc = jdbc;
        this.digests = digests;
    }

    /** All of it. Returns how many seals there are. */
    public long whole(Listener listener) {
        RowCheck rows = new RowCheck(jdbc, listener);
        SegmentWalk walk = new SegmentWalk(rows);
        Chain chain = new Chain(jdbc, listener);
        Seal last = chain.whole((entries, id) -> segment(walk, rows, entries, id));
        for (long id :
                jdbc.queryForList("select id from evidence_segment where seal is null order by id", Long.class)) {
            chain.segment(id).ifPresent(entries -> segment(walk, rows, entries, id));
        }
        walk.end();
        rows.strangers(Long.MIN_VALUE, Long.MAX_VALUE);
        digests.check(listener);
        return last == null ? 0 : last.number();
    }

    private static void segment(SegmentWalk walk, RowCheck rows, List<Entry> entries, long id) {
        walk.segment(id, entries);
        rows.pointers(id, entries);
    }

    /**
     * One file that was answered, its contacts and their events, and the chain from where they were sealed to its end.
     *
     * @return the seal under which its answer lies; empty if it was not sealed yet, or if that seal is gone, which is told
     */
    public Optional<Seal> file(long file, Listener listener) {
        Chain chain = new Chain(jdbc, listener);
        RowCheck rows = new RowCheck(jdbc, listener);
        FileEvidence evidence = new FileEvidence(jdbc, chain, file);
        Long segment = evidence.segment();
        if (segment == null) {
            return Optional.empty();
        }
        Optional<Long> number = evidence.walk(new SegmentWalk(rows), segment, listener);
        Optional<Seal> under = number.flatMap(new Seals(jdbc)::number);
        TreeSet<Long> trees = new TreeSet<>(evidence.events(rows));
        number.ifPresent(trees::add);
        for (long tree : trees) {
            new Seals(jdbc)
                    .number(tree)
                    .ifPresentOrElse(
                            seal -> chain.tree(seal, (entries, id) -> {}),
                            () -> listener.differs(
                                    file, null, "seal " + tree + ", under which it or an event lies, was removed"));
        }
        under.ifPresent(chain::after);
        return under;
    }

    /**
     * The seal with a digest that was given away; what was sealed until then is proved by it, if nothing was told since.
     *
     * @throws IllegalArgumentException if this is not the form of a digest
     */
    public Optional<Seal> sealOf(String hex) {
        return new Seals(jdbc).withDigest(hex);
    }

    /** What proves the answer to a file without this home; empty if it was not sealed yet. */
    public Optional<AnswerProof> proof(long file) {
        return new AnswerProofs(jdbc).of(file);
    }

    /** The end of the chain. */
    public @Nullable Seal last() {
        return new Seals(jdbc).last().orElse(null);
    }
}
