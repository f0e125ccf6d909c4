package bcl.jobs;

import java.time.Duration;

/**
 * How the work of a night is cut. None of it changes an answer.
 *
 * @param smallFile bytes; a file up to this size is one item, a larger one is cut into parts
 * @param filesPerChunk small files that are decided in one transaction; fewer if they are large for small ones
 * @param contactsPerChunk contacts of a large file that are decided in one transaction
 * @param contactsPerPart contacts of a large file that one worker decides; at least a chunk
 * @param workers threads that decide parts of one file side by side
 * @param turn how long a large file, or a round of small ones, is worked on before others get their turn
 */
public record NightSettings(
        long smallFile, int filesPerChunk, int contactsPerChunk, int contactsPerPart, int workers, Duration turn) {
    public static final NightSettings DEFAULT =
            new NightSettings(128 * 1024, 250, 5_000, 25_000, 2, Duration.ofMinutes(1));

    public NightSettings {
        if (smallFile < 0
                || filesPerChunk < 1
                || contactsPerChunk < 1
                || contactsPerPart < 1
                || workers < 1
                || turn.isNegative()
                || turn.isZero()) {
            throw new IllegalArgumentException("bcl.night: sizes and counts must be at least 1");
        }
    }
}
