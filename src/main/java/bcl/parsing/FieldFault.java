package bcl.parsing;

import bcl.wire.Reason;
import org.beanio.types.TypeConversionException;

/** Tells BeanIO that a field failed; its message, the code, comes back through {@code schemas/field-errors.properties}. */
final class FieldFault extends TypeConversionException {
    private static final long serialVersionUID = 1L;

    FieldFault(Reason reason) {
        super(reason.name());
    }

    /** A refused field is no failure of the program: files may hold millions, and nobody reads their stacks. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
