package bcl.http;

import java.util.Map;

/**
 * What a check found.
 *
 * @param details for people and programs; no paths and no personal data
 */
public record Check(Level level, Map<String, Object> details) {
    public Check {
        details = Map.copyOf(details);
    }

    /** From good to bad. */
    public enum Level {
        UP,
        /** The engine does its work, but somebody should look. */
        ATTENTION,
        DOWN
    }

    public static Check up(Map<String, Object> details) {
        return new Check(Level.UP, details);
    }

    public static Check attention(Map<String, Object> details) {
        return new Check(Level.ATTENTION, details);
    }

    public static Check down(Map<String, Object> details) {
        return new Check(Level.DOWN, details);
    }
}
