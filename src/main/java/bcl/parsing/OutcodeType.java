package bcl.parsing;

import bcl.wire.Reason;
import java.util.regex.Pattern;

/** The first part of a postcode: {@code A9}, {@code A99}, {@code AA9}, {@code AA99}, {@code A9A} or {@code AA9A}. */
public final class OutcodeType extends TextForm {
    private static final Pattern FORM = Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]?");

    public OutcodeType() {
        super(Reason.ADD00013);
    }

    @Override
    boolean fits(String text) {
        return FORM.matcher(text).matches();
    }
}
