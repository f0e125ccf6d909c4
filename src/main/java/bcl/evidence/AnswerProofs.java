package bcl.evidence;

import bcl.evidence.Entry.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes proofs from the evidence as it is stored; whether it follows from itself is for {@link EvidenceAudit} to ask. */
final class AnswerProofs {
    private static final int PAGE = 1000;

    private final JdbcTemplate jdbc;
    private final Seals seals;
    private final Sha256 sha256 = new Sha256();

    AnswerProofs(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.seals = new Seals(jdbc);
    }

    /** Empty if it was not sealed yet. */
    Optional<AnswerProof> of(long file) {
        return jdbc
                .query(
                        "select s.id, s.seal from answer a join evidence_segment s on s.id = a.segment"
                                + " where a.file_id = ? and s.seal is not null",
                        (row, i) -> new long[] {row.getLong(1), row.getLong(2)},
                        file)
                .stream()
                .findFirst()
                .map(place -> proof(file, place[0], place[1]));
    }

    private AnswerProof proof(long file, long segment, long seal) {
        List<Entry> entries = Segment.entries(jdbc, segment);
        List<Hash> leaves = entries.stream().map(Entry::hash).toList();
        return new AnswerProof(
                answer(file),
                entries.size(),
                MerklePath.of(sha256, leaves, place(entries, file)),
                inSeal(segment, seal),
                from(seal));
    }

    private SealedAnswer answer(long file) {
        Hashing hashing = new Hashing();
        return jdbc.query(
                        Hashing.ANSWER + " where a.file_id = ?",
                        (row, i) -> SealedAnswer.of(hashing.answerContent(row)),
                        file)
                .get(0);
    }

    private static int place(List<Entry> entries, long file) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).isOf(Kind.ANSWER) && entries.get(i).key() == file) {
                return i;
            }
        }
        throw new IllegalStateException("the answer to file " + file + " is not in its segment; run reconcile");
    }

    private MerklePath inSeal(long segment, long seal) {
        List<Long> ids =
                jdbc.queryForList("select id from evidence_segment where seal = ? order by id", Long.class, seal);
        List<Hash> leaves = ids.stream()
                .map(id -> SegmentEntries.leaf(sha256, Segment.entries(jdbc, id)))
                .toList();
        return MerklePath.of(sha256, leaves, ids.indexOf(segment));
    }

    private List<Seal> from(long number) {
        List<Seal> all = new ArrayList<>();
        List<Seal> page = seals.after(number - 1, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = seals.after(page.get(page.size() - 1).number(), PAGE);
        }
        return all;
    }
}
