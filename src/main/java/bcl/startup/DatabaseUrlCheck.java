package bcl.startup;

import bcl.commands.UsageException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whether the database URL names a store that keeps what was committed, asked before anything is opened. No message shows the
 * URL, which may hold a password.
 */
final class DatabaseUrlCheck {
    private static final String H2 = "jdbc:h2:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String FILE = "file:";
    /** H2's servers, memory and odd file systems; a single letter is a drive. */
    private static final Pattern OTHER_STORE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    private static final Map<String, Needed> NEEDED = needed();

    private DatabaseUrlCheck() {}

    private record Needed(String value, String why) {}

    private static Map<String, Needed> needed() {
        Map<String, Needed> needed = new LinkedHashMap<>();
        needed.put("WRITE_DELAY", new Needed("0", "else the last commits are lost when the process is killed"));
        needed.put(
                "DB_CLOSE_ON_EXIT", new Needed("FALSE", "else the database closes before a run that stops has ended"));
        needed.put("MODE", new Needed("PostgreSQL", "the engine's statements are written for it"));
        needed.put("DATABASE_TO_LOWER", new Needed("TRUE", "the engine's statements are written for it"));
        needed.put("DEFAULT_NULL_ORDERING", new Needed("HIGH", "else the two databases sort differently"));
        return needed;
    }

    /** @throws UsageException naming the setting, why it matters and what to do */
    static void check(String url) {
        if (url.startsWith(POSTGRESQL)) {
            return;
        }
        if (!url.startsWith(H2)) {
            throw refused("it names neither H2 nor PostgreSQL", "Give a URL that begins with " + POSTGRESQL);
        }
        String[] parts = url.substring(H2.length()).split(";", -1);
        String place = parts[0].startsWith(FILE) ? parts[0].substring(FILE.length()) : parts[0];
        if (place.isEmpty() || OTHER_STORE.matcher(place).matches()) {
            throw refused(
                    "this H2 database is no plain file",
                    "One in memory is gone with the process, and another process's is not ours to keep safe. Give " + H2
                            + FILE + "PATH");
        }
        check(options(parts));
    }

    private static void check(Map<String, String> options) {
        NEEDED.forEach((key, needed) -> {
            String value = options.get(key);
            if (!needed.value().equalsIgnoreCase(value)) {
                throw refused(
                        key + (value == null ? " is missing" : " is " + value),
                        needed.value() + " is needed: " + needed.why() + ". Put ;" + key + "=" + needed.value()
                                + " into the URL");
            }
        });
        if ("TRUE".equalsIgnoreCase(options.get("AUTO_SERVER"))) {
            throw refused("AUTO_SERVER is on", "It cannot be combined with the safe settings. Take it out of the URL");
        }
        if ("NO".equalsIgnoreCase(options.get("FILE_LOCK"))) {
            throw refused("FILE_LOCK is NO", "Two processes would ruin the file. Take it out of the URL");
        }
    }

    private static Map<String, String> options(String[] parts) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            options.put(pair[0].strip().toUpperCase(Locale.ROOT), pair.length == 2 ? pair[1].strip() : "");
        }
        return options;
    }

    private static UsageException refused(String what, String remedy) {
        return new UsageException("Setting spring.datasource.url: " + what + ". " + remedy
                + ", or remove the setting: then the database in the home is used");
    }
}
