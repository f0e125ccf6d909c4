package bcl.evidence;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A link of the chain. Its digest stands for everything that was sealed until then: whoever has it can have all of that proved.
 *
 * @param number 1, 2, 3 …
 * @param day in UK local time; the last seal of a day is that day's
 * @param entries that were added by it
 * @param root of the tree over its segments
 * @param previous digest of the seal before it; of the first one 32 zero bytes
 */
public record Seal(long number, LocalDate day, Instant sealedAt, long entries, Hash root, Hash previous, Hash digest) {
    static Hash beforeTheFirst() {
        return Hash.of(new byte[Hash.LENGTH]);
    }

    static Seal make(Sha256 sha256, long number, LocalDate day, Instant at, long entries, Hash root, Hash before) {
        return new Seal(number, day, at, entries, root, before, digest(sha256, number, day, at, entries, root, before));
    }

    /** Its digest, computed from its other parts. */
    Hash digestAgain(Sha256 sha256) {
        return digest(sha256, number, day, sealedAt, entries, root, previous);
    }

    private static Hash digest(
            Sha256 sha256, long number, LocalDate day, Instant at, long entries, Hash root, Hash before) {
        return sha256.seal(new Canonical()
                .begin("seal")
                .bytes(before.bytes())
                .number(number)
                .text(day.toString())
                .time(at)
                .number(entries)
                .bytes(root.bytes()));
    }

    /** The digest to give away: lower-case hexadecimal, 64 characters. */
    public String hex() {
        return digest.toString();
    }
}
