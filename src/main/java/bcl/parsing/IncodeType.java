package bcl.parsing;

import bcl.wire.Reason;

/** The second part of a postcode: a digit and two letters. */
public final class IncodeType extends TextForm {
    public IncodeType() {
        super(Reason.ADD00013);
    }

    @Override
    boolean fits(String text) {
        return text.length() == 3 && isDigit(text.charAt(0)) && isUpper(text.charAt(1)) && isUpper(text.charAt(2));
    }
}
