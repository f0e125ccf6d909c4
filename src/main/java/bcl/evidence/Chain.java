package bcl.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The seals held against their segments and against one another. For one thread. */
final class Chain {
    private static final int PAGE = 1000;

    private final JdbcTemplate jdbc;
    private final Seals seals;
    private final Listener listener;
    private final Sha256 sha256 = new Sha256();

    Chain(JdbcTemplate jdbc, Listener listener) {
        this.jdbc = jdbc;
        this.seals = new Seals(jdbc);
        this.listener = listener;
    }

    /** All seals, each with its segments. Returns the last. */
    @Nullable
    Seal whole(ObjLongConsumer<List<Entry>> segments) {
        return follow(null, seal -> tree(seal, segments));
    }

    /** What follows after a seal, without the segments. Returns the last. */
    Seal after(Seal seal) {
        Seal last = follow(seal, each -> {});
        return last == null ? seal : last;
    }

    private interface Visit {
        void seal(Seal seal);
    }

    private @Nullable Seal follow(@Nullable Seal from, Visit visit) {
        Seal before = from;
        List<Seal> page = seals.after(before == null ? 0 : before.number(), PAGE);
        while (!page.isEmpty()) {
            for (Seal seal : page) {
                link(before, seal);
                visit.seal(seal);
                before = seal;
            }
            page = seals.after(page.get(page.size() - 1).number(), PAGE);
        }
        return before;
    }

    private void link(@Nullable Seal before, Seal seal) {
        long due = before == null ? 1 : before.number() + 1;
        Hash digest = before == null ? Seal.beforeTheFirst() : before.digest();
        if (seal.number() != due) {
            differs("seal " + due + " was removed");
        } else if (!seal.previous().equals(digest)) {
            differs("seal " + seal.number() + " does not follow from the one before it: one of them was changed");
        }
        if (!seal.digestAgain(sha256).equals(seal.digest())) {
            differs("seal " + seal.number() + " was changed: its digest does not follow from its parts");
        }
    }

    /** A seal and its segments: the way from their entries to its root. */
    void tree(Seal seal, ObjLongConsumer<List<Entry>> segments) {
        MerkleTree tree = new MerkleTree(sha256);
        long entries = 0;
        for (long id : jdbc.queryForList(
                "select id from evidence_segment where seal = ? order by id", Long.class, seal.number())) {
            Optional<List<Entry>> of = segment(id);
            if (of.isPresent()) {
                tree.add(SegmentEntries.leaf(sha256, of.get()));
                entries += of.get().size();
                segments.accept(of.get(), id);
            }
        }
        if (tree.leaves() == 0 || entries != seal.entries() || !tree.root().equals(seal.root())) {
            differs("the evidence under seal " + seal.number() + " of " + seal.day()
                    + " was changed: its entries do not lead to its digest");
        }
    }

    /** Empty, and told, if it cannot be read. */
    Optional<List<Entry>> segment(long id) {
        try {
            return Optional.of(Segment.entries(jdbc, id));
        } catch (IllegalArgumentException e) {
            differs("segment " + id + " of the evidence was changed: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void differs(String what) {
        listener.differs(null, null, what);
    }
}
