package bcl.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The form of a written proof: a line for each of its parts, and one a seal (docs/adr/0009). */
final class ProofText {
    static final String FIRST = "BCL proof 1";
    static final String ANSWER = "answer ";
    static final String ENTRIES = "entries ";
    static final String SEGMENT = "segment ";
    static final String TREE = "tree ";
    static final String SEAL = "seal ";

    private static final int SEALS_FROM = 5;
    private static final int PARTS = 6;

    private ProofText() {}

    static String of(Seal seal) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, seal.sealedAt());
        return seal.number() + " " + seal.day() + " " + micros + " " + seal.entries() + " " + seal.root() + " "
                + seal.previous();
    }

    static AnswerProof read(List<String> lines) {
        if (lines.size() <= SEALS_FROM || !lines.get(0).equals(FIRST)) {
            throw new IllegalArgumentException("it does not begin with the line \"" + FIRST + "\", or is cut off");
        }
        Sha256 sha256 = new Sha256();
        List<Seal> seals = new ArrayList<>();
        for (int i = SEALS_FROM; i < lines.size(); i++) {
            seals.add(seal(sha256, part(lines, i, SEAL)));
        }
        return new AnswerProof(
                SealedAnswer.read(part(lines, 1, ANSWER)),
                Long.parseLong(part(lines, 2, ENTRIES)),
                MerklePath.read(part(lines, 3, SEGMENT)),
                MerklePath.read(part(lines, 4, TREE)),
                seals);
    }

    private static String part(List<String> lines, int at, String name) {
        String line = lines.get(at);
        if (!line.startsWith(name)) {
            throw new IllegalArgumentException(
                    "its line " + (at + 1) + " does not begin with \"" + name.strip() + "\"");
        }
        return line.substring(name.length());
    }

    /** Its digest is computed, not read: what it is follows from its parts. */
    private static Seal seal(Sha256 sha256, String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("a seal has " + PARTS + " parts");
        }
        try {
            return Seal.make(
                    sha256,
                    Long.parseLong(parts[0]),
                    LocalDate.parse(parts[1]),
                    Instant.EPOCH.plus(Long.parseLong(parts[2]), ChronoUnit.MICROS),
                    Long.parseLong(parts[3]),
                    MerklePath.hash(parts[4]),
                    MerklePath.hash(parts[5]));
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("a seal has a day or time that is none", e);
        }
    }
}
