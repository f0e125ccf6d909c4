package bcl.commands;

import java.util.regex.Pattern;

/** Checks of what operators write, beyond the type. */
public final class Texts {
    private static final Pattern CRN = Pattern.compile("[0-9]{10}");
    private static final int LONGEST_REASON = 500;

    private Texts() {}

    /** A reason says something, in one line that the ledger can keep. */
    public static String reason(String option, String text) {
        String reason = text.strip();
        if (reason.isEmpty()) {
            throw new UsageException(option + " needs a reason, not an empty text");
        }
        if (reason.length() > LONGEST_REASON || reason.chars().anyMatch(Character::isISOControl)) {
            throw new UsageException(option + ": a reason is one line of at most " + LONGEST_REASON + " characters");
        }
        return reason;
    }

    public static long crn(String text) {
        if (!CRN.matcher(text).matches()) {
            throw new UsageException("'" + text + "' is no CRN: 10 digits are expected");
        }
        return Long.parseLong(text);
    }
}
