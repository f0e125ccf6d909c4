package bcl.startup;

import bcl.commands.Periods;
import bcl.retention.Rules;
import java.time.DateTimeException;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** Checks the keys below {@code bcl.retention}. */
final class RetentionKeys {
    private RetentionKeys() {}

    static Rules check(BclProperties.Retention keys) {
        return new Rules(
                period("retention.content", keys.content()),
                period("retention.answers", keys.answers()),
                period("retention.quarantine", keys.quarantine()),
                open(keys.openContacts()));
    }

    private static @Nullable Period period(String key, String value) {
        if ("never".equals(value)) {
            return null;
        }
        try {
            return Periods.of(value);
        } catch (DateTimeException e) {
            throw SettingsCheck.refused(key, value, "a period such as P7Y, P18M or P90D, or never,", e);
        }
    }

    private static boolean open(String value) {
        if (!"keep".equals(value) && !"erase".equals(value)) {
            throw SettingsCheck.refused("retention.open-contacts", value, "keep or erase");
        }
        return "erase".equals(value);
    }
}
