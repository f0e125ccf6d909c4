package bcl.fuzz;

import bcl.wire.FileName;
import bcl.wire.Organisation;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a file is rejected whole (interface, sections 1, 6 and 7), told from the second reading.
 *
 * @param receipt date of receipt in UK local time
 */
record Refusal(Specimen sent, Reading file, Organisation owner, LocalDate receipt, long mostContacts, long mostBytes) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** Codes with the line that L52 shows; empty if the contacts are to be judged. */
    SortedMap<String, Integer> reasons() {
        SortedMap<String, Integer> found = new TreeMap<>();
        if (file.bytes().length <= mostBytes && file.isPlainText() && file.last() == 0) {
            found.put("FIL00003", 1);
            return found;
        }
        if (!owner.bulk()) {
            found.put("FIL00017", 1);
        }
        FileName name = FileName.parse(sent.name()).orElseThrow();
        if (!name.stream().type().equals("BCL")) {
            found.put("FIL00002", 1);
        }
        if (file.bytes().length > mostBytes) {
            found.put("FIL00018", 1);
        } else if (!file.isPlainText()) {
            found.put("FIL00016", 1);
        } else if (!file.id(1).equals("A00")) {
            found.put("FIL00004", 1);
        } else {
            header(found, name);
            trailer(found);
            between(found);
        }
        return found;
    }

    private void header(SortedMap<String, Integer> found, FileName name) {
        if (file.hasBadCharacter(1)) {
            found.put("FIL00016", 1);
            return;
        }
        List<String> fields = file.fields(1);
        LocalDate created = fields == null || fields.size() != 6 ? null : date(fields.get(3));
        if (fields == null
                || created == null
                || !isNumber(fields.get(1), 10)
                || fields.get(2).isEmpty()
                || fields.get(2).length() > 3
                || !fields.get(4).matches("([01]\\d|2[0-3])[0-5]\\d[0-5]\\d")
                || !isNumber(fields.get(5), 6)) {
            found.put("FIL00005", 1);
            return;
        }
        if (Long.parseLong(digits(fields.get(1))) != owner.id()) {
            found.put("FIL00009", 1);
        }
        if (!fields.get(2).equals("BCL")) {
            found.put("FIL00002", 1);
        }
        if (created.isAfter(receipt)) {
            found.put("FIL00013", 1);
        }
        if (Integer.parseInt(digits(fields.get(5))) != name.number()) {
            found.put("FIL00010", 1);
        }
    }

    private void trailer(SortedMap<String, Integer> found) {
        int last = file.last();
        if (!file.id(last).equals("Z99")) {
            found.put("FIL00006", last);
            return;
        }
        List<String> fields = file.fields(last);
        if (file.hasBadCharacter(last)) {
            found.put("FIL00016", 1);
        } else if (fields == null || fields.size() != 2 || !isNumber(fields.get(1), 10)) {
            found.put("FIL00020", last);
        } else if (surplus() == 0 && Long.parseLong(digits(fields.get(1))) != last - 2) {
            found.put("FIL00007", last);
        }
    }

    private void between(SortedMap<String, Integer> found) {
        int last = file.last();
        List<Integer> contacts = file.linesOf("L01");
        if (surplus() > 0) {
            found.put("FIL00008", surplus());
        }
        if (contacts.isEmpty()) {
            found.put("FIL00014", 1);
        } else if (contacts.get(0) > 2 && !(last == 2 && file.id(2).equals("Z99"))) {
            found.put("FIL00014", 2);
        }
        if (contacts.size() > mostContacts) {
            found.put("FIL00015", 1);
        }
    }

    private int surplus() {
        int header = second("A00");
        int trailer = second("Z99");
        return header == 0 || trailer == 0 ? Math.max(header, trailer) : Math.min(header, trailer);
    }

    private int second(String id) {
        List<Integer> lines = file.linesOf(id);
        return lines.size() > 1 ? lines.get(1) : 0;
    }

    static boolean isNumber(String text, int most) {
        return text.matches("[0-9]+") && digits(text).length() <= most;
    }

    static String digits(String text) {
        return text.replaceFirst("^0+(?=.)", "");
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.matches("[0-9]{8}") ? LocalDate.parse(text, DATE) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
