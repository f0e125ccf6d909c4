package bcl.parsing;

import bcl.wire.Mprn;
import bcl.wire.Reason;
import org.beanio.types.TypeHandler;
import org.jspecify.annotations.Nullable;

/** A meter point reference: digits (REC00004), enough of them (MPR00001), with right check digits (MPR00002). */
public final class MprnType implements TypeHandler {
    @Override
    public @Nullable Object parse(String text) throws FieldFault {
        if (text.isEmpty()) {
            return null;
        }
        long number = NumberType.digits(text);
        if (!Mprn.hasEnoughDigits(text)) {
            throw new FieldFault(Reason.MPR00001);
        }
        if (!Mprn.hasRightCheckDigits(text)) {
            throw new FieldFault(Reason.MPR00002);
        }
        return number;
    }

    @Override
    public @Nullable String format(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    @Override
    public Class<?> getType() {
        return Long.class;
    }
}
