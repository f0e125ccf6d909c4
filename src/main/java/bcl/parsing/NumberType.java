package bcl.parsing;

import bcl.wire.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.beanio.types.ConfigurableTypeHandler;
import org.beanio.types.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Domain N: digits, without the leading zeros and the sign, which {@link InboundParser} takes off before; with a
 * {@code format} of ranges such as {@code 0-32|98}, in one of them (REC00007). Immutable; made by BeanIO.
 */
public final class NumberType implements ConfigurableTypeHandler {
    private final List<Range> ranges;

    private record Range(long least, long most) {
        static Range of(String text) {
            String[] ends = text.split("-", -1);
            return new Range(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
        }

        boolean holds(long number) {
            return least <= number && number <= most;
        }
    }

    public NumberType() {
        this(List.of());
    }

    private NumberType(List<Range> ranges) {
        this.ranges = ranges;
    }

    @Override
    public TypeHandler newInstance(Properties properties) {
        List<Range> allowed = new ArrayList<>();
        for (String range : properties.getProperty(FORMAT_SETTING).split("\\|", -1)) {
            allowed.add(Range.of(range));
        }
        return new NumberType(List.copyOf(allowed));
    }

    @Override
    public @Nullable Object parse(String text) throws FieldFault {
        if (text.isEmpty()) {
            return null;
        }
        long number = digits(text);
        for (Range range : ranges) {
            if (range.holds(number)) {
                return number;
            }
        }
        if (ranges.isEmpty()) {
            return number;
        }
        throw new FieldFault(Reason.REC00007);
    }

    /** The number; the mapping's lengths keep it far from the limits of a long. */
    static long digits(String text) throws FieldFault {
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!TextForm.isDigit(c)) {
                throw new FieldFault(Reason.REC00004);
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    @Override
    public @Nullable String format(@Nullable Object value) {
        return value == null ? null : Long.toString(((Number) value).longValue());
    }

    @Override
    public Class<?> getType() {
        return Long.class;
    }
}
