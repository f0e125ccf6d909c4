package bcl.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proves an answer to somebody who has it, this, and a digest that was given away: no home and no trust in the engine is needed. It holds
 * what was sealed of the answer, the ways from there to the seal, and the seals from that one on. It names files and no persons.
 */
public final class AnswerProof {
    private final SealedAnswer answer;
    private final long entries;
    private final MerklePath inSegment;
    private final MerklePath inSeal;
    private final List<Seal> seals;

    /**
     * A proof, whether it holds or not.
     *
     * @param entries of the segment in which the answer lies
     * @param seals from the one under which it lies, at least that
     */
    AnswerProof(SealedAnswer answer, long entries, MerklePath inSegment, MerklePath inSeal, List<Seal> seals) {
        this.answer = answer;
        this.entries = entries;
        this.inSegment = inSegment;
        this.inSeal = inSeal;
        this.seals = List.copyOf(seals);
    }

    /** What it is about, for people. */
    public String subject() {
        return answer.text();
    }

    /** Whether a file is the answer that it is about, byte for byte. */
    public boolean isOf(Path file) throws IOException {
        return Files.size(file) == answer.size() && Sha256.of(file).equals(answer.digest());
    }

    /**
     * The seal with this digest, if all leads there.
     *
     * @param digest as it was given away, lower-case
     */
    public Optional<Seal> leadsTo(String digest) {
        Sha256 sha256 = new Sha256();
        Hash segment = SegmentEntries.leaf(sha256, entries, inSegment.root(sha256, answer.leaf(sha256)));
        Hash before = seals.get(0).previous();
        boolean holds = inSeal.root(sha256, segment).equals(seals.get(0).root());
        for (Seal seal : seals) {
            holds &= seal.previous().equals(before) && seal.digestAgain(sha256).equals(seal.digest());
            before = seal.digest();
            if (holds && seal.hex().equals(digest)) {
                return Optional.of(seal);
            }
        }
        return Optional.empty();
    }

    /** To be written to a file. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(ProofText.FIRST);
        lines.add(ProofText.ANSWER + answer.hex());
        lines.add(ProofText.ENTRIES + entries);
        lines.add(ProofText.SEGMENT + inSegment.text());
        lines.add(ProofText.TREE + inSeal.text());
        seals.forEach(seal -> lines.add(ProofText.SEAL + ProofText.of(seal)));
        return lines;
    }

    /**
     * Reads what {@link #lines()} gave.
     *
     * @throws IllegalArgumentException if these are no lines of a proof, with what is wrong
     */
    public static AnswerProof read(List<String> lines) {
        return ProofText.read(lines);
    }
}
