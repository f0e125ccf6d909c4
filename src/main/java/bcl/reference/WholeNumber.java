package bcl.reference;

/** Digits and nothing else: no sign, no space, no digits of other scripts. */
final class WholeNumber {
    private WholeNumber() {}

    /** The number, or -1 if the text is not 1 to {@code longest} (at most 18) digits. */
    static long parse(String text, int longest) {
        int length = text.length();
        if (length == 0 || length > longest) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
