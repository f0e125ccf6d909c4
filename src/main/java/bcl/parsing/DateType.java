package bcl.parsing;

import bcl.wire.Reason;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import org.beanio.types.TypeHandler;
import org.jspecify.annotations.Nullable;

/** Domain D: {@code YYYYMMDD}, a day that the calendar has, from year 1 on (REC00005). */
public final class DateType implements TypeHandler {
    @Override
    public @Nullable Object parse(String text) throws FieldFault {
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() != 8) {
            throw new FieldFault(Reason.REC00005);
        }
        int year = number(text, 0, 4);
        int month = number(text, 4, 6);
        int day = number(text, 6, 8);
        if (year < 1 || month < 1 || month > 12 || !YearMonth.of(year, month).isValidDay(day)) {
            throw new FieldFault(Reason.REC00005);
        }
        return LocalDate.of(year, month, day);
    }

    private static int number(String text, int from, int to) throws FieldFault {
        int number = 0;
        for (int i = from; i < to; i++) {
            if (!TextForm.isDigit(text.charAt(i))) {
                throw new FieldFault(Reason.REC00005);
            }
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    @Override
    public @Nullable String format(@Nullable Object value) {
        return value == null ? null : DateTimeFormatter.BASIC_ISO_DATE.format((LocalDate) value);
    }

    @Override
    public Class<?> getType() {
        return LocalDate.class;
    }
}
