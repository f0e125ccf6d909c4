package bcl.wire;

import java.util.Map;

/**
 * The reason codes of docs/interface.md, section 8. Level and text come from {@code schemas/reason-codes.csv}, the published
 * catalogue, so that answers, documents and code cannot differ.
 */
public enum Reason {
    FIL00001,
    FIL00002,
    FIL00003,
    FIL00004,
    FIL00005,
    FIL00006,
    FIL00007,
    FIL00008,
    FIL00009,
    FIL00010,
    FIL00011,
    FIL00012,
    FIL00013,
    FIL00014,
    FIL00015,
    FIL00016,
    FIL00017,
    FIL00018,
    FIL00019,
    FIL00020,
    REC00001,
    REC00002,
    REC00003,
    REC00004,
    REC00005,
    REC00007,
    REC00008,
    REC00009,
    REC00010,
    REC00011,
    REC00012,
    REC00013,
    REC00014,
    REC00015,
    REC00016,
    CON00001,
    CON00002,
    CON00003,
    CON00004,
    CON00005,
    CON00006,
    CON00007,
    CON00008,
    CON00009,
    CON00011,
    CON00012,
    MPR00001,
    MPR00002,
    MPR00003,
    MPR00004,
    MPR00005,
    MPR00006,
    MPR00007,
    MPR00008,
    MPR00009,
    MSN00001,
    MSN00002,
    ADD00010,
    ADD00013,
    RDG00001,
    ADJ00001,
    ADJ00002,
    ADJ00003,
    THF00001;

    /** Who is told: the sender about a whole file or a contact, the sender as a warning, or the operators alone. */
    public enum Level {
        FILE,
        OPERATORS,
        CONTACT,
        WARNING
    }

    private final Level level;
    private final String text;

    Reason() {
        Map<String, String> row = Catalogue.REASONS.get(name());
        if (row == null) {
            throw new IllegalStateException("schemas/reason-codes.csv has no row for " + name());
        }
        this.level = Level.valueOf(row.getOrDefault("level", "").toUpperCase(java.util.Locale.ROOT));
        this.text = row.getOrDefault("text", "");
    }

    public Level level() {
        return level;
    }

    public boolean isWarning() {
        return level == Level.WARNING;
    }

    /** The text that answers show, at most 100 characters. */
    public String text() {
        return text;
    }
}
