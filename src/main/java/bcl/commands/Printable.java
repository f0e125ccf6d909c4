package bcl.commands;

/**
 * Texts that strangers chose, such as file names, made safe for a terminal: nothing in them can move the cursor, colour the
 * screen or turn the reading direction.
 */
public final class Printable {
    private static final int LONGEST = 120;

    private Printable() {}

    /** Every character outside 0x20 to 0x7E as {@code \}{@code uXXXX}; a long text is cut and says so. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && shown.length() < LONGEST; i++) {
            append(shown, text.charAt(i));
        }
        return shown.length() < LONGEST ? shown.toString() : shown.append("...").toString();
    }

    /** As {@link #of}, of any length and with letters of all languages as they are: for what operators wrote themselves. */
    public static String prose(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) && isLeftToRight(c)) {
                shown.append(c);
            } else {
                append(shown, c);
            }
        }
        return shown.toString();
    }

    private static boolean isLeftToRight(char c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                || direction == Character.DIRECTIONALITY_EUROPEAN_NUMBER;
    }

    private static void append(StringBuilder shown, char c) {
        if (c >= 0x20 && c <= 0x7E) {
            shown.append(c);
        } else {
            shown.append("\\u").append(String.format("%04X", (int) c));
        }
    }
}
