package bcl.reference;

/**
 * Short codes ({@code [A-Z][A-Z0-9]{2}}) as numbers of 16 bits. There are 33,696 of them, so that a number needs no dictionary
 * and a look-up makes no string.
 */
final class ShortCodes {
    /** The number of the empty code. */
    static final int NONE = 0;

    static final int NOT_A_CODE = -1;

    static final String FORM = "a capital letter and two capital letters or digits";

    // Filled as codes are met. Two threads may make the same text twice, which harms nobody.
    private static final String[] TEXTS = new String[1 + 26 * 36 * 36];

    private ShortCodes() {}

    static int number(String code) {
        if (code.isEmpty()) {
            return NONE;
        }
        if (code.length() != 3) {
            return NOT_A_CODE;
        }
        int first = digit(code.charAt(0));
        int second = digit(code.charAt(1));
        int third = digit(code.charAt(2));
        boolean form = first >= 0 && first < 26 && second >= 0 && third >= 0;
        return form ? 1 + (first * 36 + second) * 36 + third : NOT_A_CODE;
    }

    @SuppressWarnings("NullAway") // an array of strings that are made when they are first asked for
    static String text(int number) {
        String text = TEXTS[number];
        if (text == null) {
            text = number == NONE ? "" : made(number - 1);
            TEXTS[number] = text;
        }
        return text;
    }

    private static int digit(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        return c >= '0' && c <= '9' ? 26 + c - '0' : -1;
    }

    private static String made(int number) {
        char[] text = {character(number / 36 / 36), character(number / 36 % 36), character(number % 36)};
        return new String(text);
    }

    private static char character(int digit) {
        return (char) (digit < 26 ? 'A' + digit : '0' + digit - 26);
    }
}
