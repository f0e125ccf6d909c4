package bcl.fuzz;

import bcl.testsupport.Bytes;
import bcl.wire.FileName;
import bcl.wire.Limits;
import bcl.wire.Organisation;
import bcl.wire.Reason;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Holds an answer against what was sent: written as section 6 says, every line that was sent accounted for in one place, every value
 * that it repeats found again, and every reason that the second reading can tell given.
 *
 * @param logged whether contacts get numbers: not in a preview and not for a test file
 */
record AnswerCheck(Specimen sent, Organisation owner, LocalDate receipt, Limits limits, boolean logged) {
    /** An answer that breaks the interface. */
    static final class Broken extends AssertionError {
        private static final long serialVersionUID = 1;

        Broken(String what) {
            super(what);
        }
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new Broken(what);
        }
    }

    static void same(Object expected, Object found, String what) {
        require(expected.equals(found), what + ": expected " + expected + " but found " + found);
    }

    void check(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        require(text.endsWith("\r\n"), "the last line has no end");
        List<String> lines = List.of(text.split("\r\n"));
        lines.forEach(line -> require(!Reading.isBad(line), "a character that is not allowed is written: " + line));
        require(lines.size() > 3, "an answer of " + lines.size() + " lines");
        same("\"Z99\"," + (lines.size() - 2), lines.get(lines.size() - 1), "trailer");
        Reading file = Reading.of(sent.bytes());
        SortedMap<String, Integer> refused =
                new Refusal(sent, file, owner, receipt, limits.contactsPerFile(), limits.fileSize()).reasons();
        List<String> body = lines.subList(2, lines.size() - 1);
        if (refused.isEmpty()) {
            head(lines, "BCR");
            results(file, lines.get(1), body);
        } else {
            head(lines, "FRJ");
            refusal(refused, lines.get(1), body);
        }
    }

    private void head(List<String> lines, String type) {
        String form = "\"A00\",%d,\"%s\",\\d{8},\"\\d{6}\",1".formatted(owner.id(), type);
        require(lines.get(0).matches(form), "header, %s is due: %s".formatted(type, lines.get(0)));
    }

    private void refusal(Map<String, Integer> due, String head, List<String> body) {
        FileName name = FileName.parse(sent.name()).orElseThrow();
        String form = "\"L53\",\"%s\",%d,\\d{8},\"\\d{6}\",\"%s\""
                .formatted(sent.name(), name.number(), Bytes.sha256(sent.bytes()));
        require(head.matches(form), "L53: " + head);
        StringBuilder expected = new StringBuilder();
        due.forEach((code, line) -> expected.append("\"S72\",\"%s\"%n\"L52\",%d,,,,,\"%s\"%n"
                .formatted(code, line, Reason.valueOf(code).text())));
        same(expected.toString(), String.join("\n", body) + "\n", "reasons of the file");
    }

    private void results(Reading file, String head, List<String> body) {
        List<Integer> contacts = file.linesOf("L01");
        ContactAnswers answers =
                new ContactAnswers(file, body, logged && !sent.name().contains(".TN"));
        int accounted = 1;
        for (int i = 0; i < contacts.size(); i++) {
            int end = i + 1 < contacts.size() ? contacts.get(i + 1) : file.last();
            answers.next(contacts.get(i), end - 1);
            accounted += end - contacts.get(i);
        }
        require(answers.isAtEnd(), "more contacts are answered than were sent");
        same(file.last() - 1, accounted, "lines in front of the trailer that the answer accounts for");
        FileName name = FileName.parse(sent.name()).orElseThrow();
        String form = "\"L50\",\"%s\",%d,\\d{8},\"\\d{6}\",\\d{8},\"\\d{6}\",%d,%d,%d,%d,\\d{8},\"%s\""
                .formatted(
                        sent.name(),
                        name.number(),
                        contacts.size(),
                        answers.accepted(),
                        contacts.size() - answers.accepted(),
                        0,
                        Bytes.sha256(sent.bytes()));
        require(head.matches(form), "L50, due is %s: %s".formatted(form, head));
    }
}
