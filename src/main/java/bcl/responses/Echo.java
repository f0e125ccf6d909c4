package bcl.responses;

import org.jspecify.annotations.Nullable;

/** Values that answers repeat as they were sent (interface, section 6). Null stands for an empty field. */
final class Echo {
    private static final int MPRN_DIGITS = 10;

    private Echo() {}

    /** The first characters of a text, each that is not allowed replaced; a character beyond the basic plane is one. */
    static @Nullable String text(String sent, int most) {
        StringBuilder shown = new StringBuilder(Math.min(sent.length(), most));
        for (int i = 0; i < sent.length() && shown.length() < most; ) {
            int c = sent.codePointAt(i);
            shown.append(c >= 0x20 && c <= 0x7E ? (char) c : '?');
            i += Character.charCount(c);
        }
        return shown.isEmpty() ? null : shown.toString();
    }

    /** A number of 1 to 10 digits, leading zeros not counted; anything else is not shown. */
    static @Nullable Long meterPoint(String sent) {
        int first = 0;
        while (first < sent.length() - 1 && sent.charAt(first) == '0') {
            first++;
        }
        if (sent.isEmpty() || sent.length() - first > MPRN_DIGITS) {
            return null;
        }
        long number = 0;
        for (int i = first; i < sent.length(); i++) {
            int digit = sent.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
