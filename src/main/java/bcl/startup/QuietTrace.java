package bcl.startup;

import bcl.commands.Printable;
import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * A trace for the log: what was thrown, from the root cause on, and where. Messages of databases and libraries quote the values of
 * rows and fields, so that only those of the engine's own exceptions and of the file system are told, which never do.
 */
public final class QuietTrace extends ThrowableHandlingConverter {
    private static final int FRAMES = 5;

    @Override
    public String convert(ILoggingEvent event) {
        return event.getThrowableProxy() instanceof ThrowableProxy proxy ? told(proxy.getThrowable()) : "";
    }

    static String told(Throwable thrown) {
        Deque<Throwable> fromRoot = new ArrayDeque<>();
        Set<Throwable> seen = new HashSet<>();
        for (Throwable each = thrown; each != null && seen.add(each); each = each.getCause()) {
            fromRoot.addFirst(each);
        }
        StringBuilder text = new StringBuilder();
        for (Throwable each : fromRoot) {
            text.append(text.isEmpty() ? " " : " | wrapped by: ").append(name(each));
            StackTraceElement[] frames = each.getStackTrace();
            for (int i = 0; i < frames.length && i < FRAMES; i++) {
                text.append(" | at ").append(frames[i]);
            }
        }
        return text.toString();
    }

    private static String name(Throwable thrown) {
        String type = thrown.getClass().getName();
        if (thrown instanceof SQLException sql) {
            return type + " (" + sql.getSQLState() + ")";
        }
        boolean harmless = thrown instanceof IOException || type.startsWith("bcl.");
        return harmless ? type + ": " + Printable.prose(String.valueOf(thrown.getMessage())) : type;
    }
}
