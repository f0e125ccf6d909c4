package bcl.startup;

import java.util.TimeZone;

/** Spring Batch's tables keep local times without an offset: only in UTC do they mean one instant each. */
final class JvmZone {
    private static final String UTC = "UTC";

    private JvmZone() {}

    /** For the whole process. UK local time, where the interface asks for it, never comes from here. */
    static void useUtc() {
        if (!TimeZone.getDefault().hasSameRules(TimeZone.getTimeZone(UTC))) {
            TimeZone.setDefault(TimeZone.getTimeZone(UTC));
        }
    }
}
