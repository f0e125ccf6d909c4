package bcl.evidence;

import bcl.night.UkTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was sealed of an answer and its file, as it was hashed: the values of {@link Hashing#ANSWER} in their order. */
final class SealedAnswer {
    private static final int KIND = 0;
    private static final int SENT_NAME = 3;
    private static final int NAME = 20;
    private static final int CREATED = 23;
    private static final int DIGEST = 24;
    private static final int SIZE = 25;

    private final Canonical content;
    private final List<@Nullable String> values;

    private SealedAnswer(Canonical content) {
        this.content = content;
        this.values = content.values();
        if (values.size() != SIZE + 1 || !"answer".equals(values.get(KIND))) {
            throw new IllegalArgumentException("what it is about is no answer");
        }
    }

    static SealedAnswer of(byte[] content) {
        return new SealedAnswer(Canonical.of(content));
    }

    /** @throws IllegalArgumentException if it is not as {@link #hex()} writes it */
    static SealedAnswer read(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    String hex() {
        return HexFormat.of().formatHex(content.bytes(), 0, content.length());
    }

    Hash leaf(Sha256 sha256) {
        return sha256.leaf(content);
    }

    Hash digest() {
        return MerklePath.hash(value(DIGEST));
    }

    long size() {
        return Long.parseLong(value(SIZE));
    }

    String text() {
        Instant created = Instant.EPOCH.plus(Long.parseLong(value(CREATED)), ChronoUnit.MICROS);
        return value(NAME) + ", the answer to " + value(SENT_NAME) + " of " + UkTime.readable(created) + ", SHA-256 "
                + digest();
    }

    private String value(int at) {
        String value = values.get(at);
        if (value == null) {
            throw new IllegalArgumentException("its value " + at + " is missing");
        }
        return value;
    }
}
