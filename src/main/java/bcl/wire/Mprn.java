package bcl.wire;

/** Form of a meter point reference number (interface, section 4, "MPRN check digits"). */
public final class Mprn {
    private Mprn() {}

    /** Whether the digits, without leading zeros, are at least six (MPR00001). */
    public static boolean hasEnoughDigits(String digits) {
        return digits.length() >= 6;
    }

    /** Whether the last two digits are the check of the others (MPR00002). Takes 6 to 10 digits without leading zeros. */
    public static boolean hasRightCheckDigits(String digits) {
        int n = digits.length() - 2;
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (digits.charAt(i) - '0') * (n - i);
        }
        return sum % 11 == Integer.parseInt(digits.substring(n));
    }
}
