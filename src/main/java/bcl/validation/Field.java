package bcl.validation;

import bcl.wire.Layouts;

/** A field that a rule reads: its record type, its number there and its name in the tables. */
record Field(String record, int number, String name) {
    /** Finds the number by the name, so that no rule holds a literal position. */
    static Field of(String record, String name) {
        return new Field(record, Layouts.inbound().get(record).number(name), name);
    }

    /** Reads {@code L08.4}, as the table of contact codes writes it. */
    static Field parse(String text) {
        int dot = text.indexOf('.');
        String record = text.substring(0, dot);
        int number = Integer.parseInt(text.substring(dot + 1));
        return new Field(
                record, number, Layouts.inbound().get(record).field(number).name());
    }
}
