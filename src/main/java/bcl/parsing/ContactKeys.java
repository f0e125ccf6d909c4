package bcl.parsing;

import bcl.wire.ContactCode;
import bcl.wire.ContactCodes;
import bcl.wire.Layouts;
import bcl.wire.RecordLayout;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads from an {@code L01} what groups of a file may have in common, without checking the rest. For one thread.
 */
final class ContactKeys {
    private static final RecordLayout CONTACT = Layouts.inbound().get(RecordId.CONTACT);
    private static final int REFERENCE = CONTACT.number("ORIGINATOR_REFERENCE");
    private static final int CODE = CONTACT.number("CONTACT_CODE");
    private static final int METER_POINT = CONTACT.number("METER_POINT_REFERENCE");
    private static final int PREVIOUS = CONTACT.number("PREVIOUS_CONTACT_REFERENCE");
    private static final int REFERENCE_LENGTH = CONTACT.field(REFERENCE).length();
    private static final int NUMBER_LENGTH = 10;

    /** Codes by each of their spellings, from 1, so that a key is never 0. */
    private static final Map<String, Integer> CODES = new HashMap<>();

    static {
        int number = 1;
        for (ContactCode code : ContactCodes.all()) {
            CODES.put(code.code(), number);
            for (String alias : code.aliases()) {
                CODES.put(alias, number);
            }
            number++;
        }
    }

    private final Splitter splitter = new Splitter();
    private final ToLongFunction<String> hash;
    private boolean readable;

    ContactKeys(ToLongFunction<String> hash) {
        this.hash = hash;
    }

    /** Takes the line that the reader is at. */
    void read(LineReader line) {
        readable = !line.tooLong()
                && splitter.split(line.bytes(), line.start(), line.length())
                && splitter.count() == CONTACT.fields().size();
    }

    /** ORIGINATOR_REFERENCE if it passes its own checks, else null: the group then carries none. */
    @Nullable
    String reference() {
        if (!readable || splitter.hasBadCharacter(REFERENCE)) {
            return null;
        }
        String text = splitter.text(REFERENCE);
        return text.isEmpty() || text.length() > REFERENCE_LENGTH ? null : text;
    }

    /** A hash of the reference, 0 if there is none. Different references may have the same. */
    long referenceKey() {
        String text = reference();
        if (text == null) {
            return 0;
        }
        long key = hash.applyAsLong(text);
        return key == 0 ? 1 : key;
    }

    /** FNV-1a, with its bits mixed once more. */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }

    /** Contact code and MPRN, exactly; 0 if one of them is missing or cannot be right. */
    long meterPointKey() {
        if (!readable) {
            return 0;
        }
        Integer code = CODES.get(splitter.text(CODE));
        long number = number(splitter.text(METER_POINT));
        return code == null || number < 0 ? 0 : ((long) code << 40) | number;
    }

    /** PREVIOUS_CONTACT_REFERENCE, exactly; 0 if it is missing or cannot be right. */
    long previousKey() {
        return readable ? Math.max(0, number(splitter.text(PREVIOUS))) : 0;
    }

    /** A number of at most ten digits without leading zeros, or -1. */
    private static long number(String text) {
        int from = 0;
        while (from < text.length() - 1 && text.charAt(from) == '0') {
            from++;
        }
        if (text.isEmpty() || text.length() - from > NUMBER_LENGTH) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < text.length(); i++) {
            if (!TextForm.isDigit(text.charAt(i))) {
                return -1;
            }
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }
}
