package bcl.parsing;

import bcl.wire.Reason;

/** Telephone form: an optional leading {@code +}, then 10 to 15 digits, spaces allowed between the digits. */
public final class TelephoneType extends TextForm {
    public TelephoneType() {
        super(Reason.REC00004);
    }

    @Override
    boolean fits(String text) {
        int first = text.charAt(0) == '+' ? 1 : 0;
        if (first == text.length() || text.charAt(first) == ' ') {
            return false;
        }
        int digits = 0;
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digits++;
            } else if (c != ' ') {
                return false;
            }
        }
        return digits >= 10 && digits <= 15;
    }
}
