package bcl.wire;

import org.jspecify.annotations.Nullable;

/**
 * What one scan of a file found, before any judgement (interface, section 7, "Structure"). Lines are counted from 1; 0 means
 * that there is no such line.
 *
 * @param empty no bytes, blank lines alone, or a byte-order mark alone (FIL00003)
 * @param plainText false for UTF-16 and compressed bytes (FIL00016); nothing else was then looked at
 * @param header the first record if it is an {@code A00}, else null (FIL00004)
 * @param trailer the last line that is not blank if it is a {@code Z99}, else null (FIL00006)
 * @param lastLine the last line that is not blank
 * @param surplusLine the second {@code A00} or second {@code Z99}, whichever comes first (FIL00008)
 * @param strayLine the first record between {@code A00} and the first {@code L01}, or before the trailer if there is none
 *     (FIL00014)
 * @param records the lines between {@code A00} and the last {@code Z99}
 * @param groups the number of {@code L01} lines
 */
public record FileStructure(
        boolean empty,
        boolean plainText,
        @Nullable InboundRecord header,
        @Nullable InboundRecord trailer,
        long lastLine,
        long surplusLine,
        long strayLine,
        long records,
        long groups) {}
