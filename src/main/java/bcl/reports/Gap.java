package bcl.reports;

import bcl.commands.Printable;
import bcl.ledger.Notice;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Generation numbers that never came (FIL00019).
 *
 * @param from the first missing number, null if the notice does not tell it
 * @param before the number of the delivery before which they are missing
 */
record Gap(
        String stream,
        @Nullable Long from,
        @Nullable Long to,
        @Nullable Long before,
        Instant at,
        String detail) {
    private static final Pattern RANGE = Pattern.compile("([0-9]{6}) to ([0-9]{6})");

    static Gap of(Notice notice) {
        Matcher range = RANGE.matcher(notice.detail());
        boolean told = range.find();
        return new Gap(
                notice.subject(),
                told ? (Long) Long.parseLong(range.group(1)) : null,
                told ? (Long) Long.parseLong(range.group(2)) : null,
                notice.fileId(),
                notice.at(),
                notice.detail());
    }

    String numbers() {
        if (from == null || to == null) {
            return Printable.prose(detail);
        }
        return from.equals(to) ? String.format("%06d", from) : String.format("%06d to %06d", from, to);
    }
}
