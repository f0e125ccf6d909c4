package bcl.parsing;

import bcl.wire.Reason;
import org.beanio.types.TypeHandler;
import org.jspecify.annotations.Nullable;

/** A text field that must be of a form (interface, section 4, "Forms"). Immutable. */
abstract class TextForm implements TypeHandler {
    private final Reason reason;

    TextForm(Reason reason) {
        this.reason = reason;
    }

    /** Whether the text, which is not empty and holds allowed characters alone, is of the form. */
    abstract boolean fits(String text);

    @Override
    public @Nullable Object parse(String text) throws FieldFault {
        if (text.isEmpty()) {
            return null;
        }
        if (!fits(text)) {
            throw new FieldFault(reason);
        }
        return text;
    }

    @Override
    public @Nullable String format(@Nullable Object value) {
        return (String) value;
    }

    @Override
    public Class<?> getType() {
        return String.class;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
