package bcl.fuzz;

import static bcl.fuzz.AnswerCheck.require;
import static bcl.fuzz.AnswerCheck.same;

import bcl.wire.Layouts;
import bcl.wire.Reason;
import bcl.wire.RecordLayout;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the L51, S72 and L52 of one contact after the other, and holds them against its lines. */
final class ContactAnswers {
    private static final int MOST_REASONS = 15;
    private static final String TEXT = "\"(?:[^\"]|\"\")+\"";
    private static final Pattern L51 = Pattern.compile(
            "\"L51\",\"(?:AC|WN|RJ)\",(?:%s)?,(?:%s)?,\\d*,\\d*,(?:%s)?,\\d+".formatted(TEXT, TEXT, TEXT));
    private static final Pattern L52 =
            Pattern.compile("\"L52\",\\d+,(?:%s)?,\\d*,(?:%s)?,(?:%s)?,%s".formatted(TEXT, TEXT, TEXT, TEXT));

    private final Reading file;
    private final List<String> lines;
    private final boolean logged;
    private int at;
    private int accepted;

    ContactAnswers(Reading file, List<String> lines, boolean logged) {
        this.file = file;
        this.lines = lines;
        this.logged = logged;
    }

    boolean isAtEnd() {
        return at == lines.size();
    }

    int accepted() {
        return accepted;
    }

    /** The answer to the contact of these lines, the first of which is its L01. */
    void next(int from, int to) {
        require(!isAtEnd(), "no answer to the contact of line " + from);
        String line = lines.get(at++);
        require(L51.matcher(line).matches(), "L51: " + line);
        List<String> result = fieldsOf(line);
        same(Integer.toString(from), result.get(7), "SOURCE_RECORD_NUMBER");
        List<String> contact = file.fields(from);
        boolean split = contact != null && contact.size() == 11;
        same(split ? shown(contact.get(1), 30) : "", result.get(2), "reference of line " + from);
        same(split ? shown(contact.get(2), 4) : "", result.get(3), "contact code of line " + from);
        same(split ? number(contact.get(3)) : "", result.get(4), "meter point of line " + from);
        String outcome = result.get(1);
        accepted += outcome.equals("RJ") ? 0 : 1;
        boolean numbered = logged && !outcome.equals("RJ");
        same(numbered, !result.get(5).isEmpty(), "CRN of line " + from);
        same(numbered ? "AACA" : "", result.get(6), "status of line " + from);
        reasons(outcome, new RecordFaults(file, from, to));
    }

    private void reasons(String outcome, RecordFaults group) {
        TreeSet<RecordFaults.Fault> told = new TreeSet<>();
        RecordFaults.Fault last = new RecordFaults.Fault(0, 0, "");
        boolean rejects = false;
        int count = 0;
        for (; at < lines.size() && lines.get(at).startsWith("\"S72\""); at += 2, count++) {
            RecordFaults.Fault reason = reason(lines.get(at), lines.get(at + 1), group);
            require(
                    last.compareTo(reason) < 0 || isMissingRecord(last, reason),
                    "not in order: " + last + ", " + reason);
            last = reason;
            rejects |= !Reason.valueOf(reason.code()).isWarning();
            told.add(reason);
        }
        require(count <= MOST_REASONS, count + " reasons");
        same(outcome, count == 0 ? "AC" : rejects ? "RJ" : "WN", "outcome of line " + group.from());
        agree(group.all(), told, count == MOST_REASONS ? last : null);
    }

    /** What the second reading tells must be told, up to the last reason there was room for; and nothing else of the kind. */
    private static void agree(
            TreeSet<RecordFaults.Fault> due,
            TreeSet<RecordFaults.Fault> told,
            RecordFaults.@Nullable Fault lastOfMany) {
        TreeSet<RecordFaults.Fault> shown = new TreeSet<>(told);
        shown.removeIf(fault -> !RecordFaults.CODES.contains(fault.code())
                || (fault.field() > 0 && !fault.code().equals("REC00013"))
                || (fault.code().equals("REC00013")
                        && !due.contains(fault)
                        && (fault.field() == 4 || fault.field() == 5)));
        TreeSet<RecordFaults.Fault> expected = new TreeSet<>(due);
        expected.removeIf(fault -> lastOfMany != null && fault.compareTo(lastOfMany) > 0);
        same(expected, shown, "reasons about records");
    }

    private static boolean isMissingRecord(RecordFaults.Fault last, RecordFaults.Fault reason) {
        return last.compareTo(reason) == 0 && reason.code().equals("REC00011");
    }

    private RecordFaults.Fault reason(String detail, String context, RecordFaults group) {
        require(L52.matcher(context).matches(), "L52: " + context);
        List<String> fields = fieldsOf(context);
        String code = fieldsOf(detail).get(1);
        same("\"S72\",\"" + code + "\"", detail, "S72");
        same(Reason.valueOf(code).text(), fields.get(6), "text of " + code);
        int line = Integer.parseInt(fields.get(1));
        require(line >= group.from() && line <= group.to(), "a reason for line %d of another group".formatted(line));
        int field = fields.get(3).isEmpty() ? 0 : Integer.parseInt(fields.get(3));
        boolean missing = code.equals("REC00011");
        String id = file.id(line);
        if (!missing) {
            same(id.length() == 3 && !Reading.isBad(id) ? id : "", fields.get(2), "record id of line " + line);
        }
        value(line, field, fields);
        return new RecordFaults.Fault(line, field, code);
    }

    private void value(int line, int field, List<String> told) {
        if (field == 0) {
            same(List.of("", ""), told.subList(4, 6), "a reason without a field shows no value, line " + line);
            return;
        }
        RecordLayout layout = Layouts.inbound().get(told.get(2));
        same(layout.field(field).name(), told.get(4), "field name");
        List<String> sent = file.fields(line);
        require(
                sent != null && sent.size() == layout.fields().size(),
                "a field of a record without fields, line " + line);
        same(shown(Objects.requireNonNull(sent).get(field - 1), 50), told.get(5), "value of line " + line);
    }

    private static List<String> fieldsOf(String line) {
        return Objects.requireNonNull(Reading.fields(line), line);
    }

    private static String shown(String sent, int most) {
        String allowed = sent.replaceAll("[^ -~]", "?");
        // The reader of an answer trims as well.
        return Reading.trim(allowed.substring(0, Math.min(most, allowed.length())));
    }

    private static String number(String sent) {
        return Refusal.isNumber(sent, 10) ? Refusal.digits(sent) : "";
    }
}
