package bcl.parsing;

import bcl.wire.Reason;
import java.util.regex.Pattern;

/** A time of day, {@code HHMMSS}. */
public final class TimeType extends TextForm {
    private static final Pattern FORM = Pattern.compile("([01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]");

    public TimeType() {
        super(Reason.REC00004);
    }

    @Override
    boolean fits(String text) {
        return FORM.matcher(text).matches();
    }
}
