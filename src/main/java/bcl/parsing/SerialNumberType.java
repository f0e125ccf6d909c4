package bcl.parsing;

import bcl.wire.Reason;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** MSN form; the value is in upper case (MSN00001). */
public final class SerialNumberType extends TextForm {
    private static final Set<String> PLACEHOLDERS = Set.of("UNKNOWN", "NONE", "NA", "N/A", "TBC");

    public SerialNumberType() {
        super(Reason.MSN00001);
    }

    @Override
    public @Nullable Object parse(String text) throws FieldFault {
        return super.parse(text.toUpperCase(Locale.ROOT));
    }

    @Override
    boolean fits(String text) {
        boolean zerosAlone = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isUpper(c) && !isDigit(c) && c != '/' && c != '-' && c != ' ') {
                return false;
            }
            zerosAlone &= c == '0';
        }
        return !zerosAlone && !PLACEHOLDERS.contains(text);
    }
}
