package bcl.operations;

import java.util.regex.Pattern;

/** Checks of what operators write, beyond the type. */
final class Texts {
    private static final Pattern CRN = Pattern.compile("[0-9]{10}");
    private static final int LONGEST_REASON = 500;

    private Texts() {}

    /** A reason says something, in one line that the ledger can keep. */
    static String reason(String option, String text) {
        String reason = text.strip();
        if (reason.isEmpty()) {
            throw new UsageException(option + " needs a reason, not an empty text");
        }
        if (reason.length() > LONGEST_REASON || reason.chars().anyMatch(Character::isISOControl)) {
            throw new UsageException(option + ": a reason is one line of at most " + LONGEST_REASON + " characters");
        }
        return reason;
    }

    /** A name that a sender chose, safe for a terminal: characters outside 0x20 to 0x7E as a question mark, cut at 120. */
    static String shown(String name) {
        String shown = name.replaceAll("[^ -~]", "?");
        return shown.length() <= 120 ? shown : shown.substring(0, 117) + "...";
    }

    static long crn(String text) {
        if (!CRN.matcher(text).matches()) {
            throw new UsageException("'" + text + "' is no CRN: 10 digits are expected");
        }
        return Long.parseLong(text);
    }
}
