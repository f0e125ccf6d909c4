package bcl.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the answers of a home say, but for CRNs and times.
 *
 * @param answers lines by the answer's name
 * @param doubled CRNs that were given to two contacts, and contacts that were given two, in words
 */
record AnswerBook(SortedMap<String, List<String>> answers, List<String> doubled) {
    private static final Pattern STAMPS =
            Pattern.compile("^(\"A00\".*?|\"L50\".*?|\"L53\".*?),\\d{8},\"\\d{6}\"(,\\d{8},\"\\d{6}\")?");
    private static final Pattern LOGGED =
            Pattern.compile("^(\"L51\",\"(?:AC|WN)\",(\"(?:[^\"]|\"\")*\"|),[^,]*,[^,]*),(\\d+),(.*)$");

    static AnswerBook read(List<Path> files) throws IOException {
        SortedMap<String, List<String>> answers = new TreeMap<>();
        Numbers numbers = new Numbers();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            List<String> lines = new ArrayList<>();
            for (String line :
                    Files.readString(file, StandardCharsets.ISO_8859_1).split("\r\n", -1)) {
                lines.add(plain(line, name.substring(0, 3), numbers));
            }
            answers.put(name, lines);
        }
        return new AnswerBook(answers, numbers.doubled);
    }

    long contacts() {
        return answers.values().stream()
                .flatMap(List::stream)
                .filter(AnswerBook::isContact)
                .count();
    }

    static boolean isContact(String line) {
        return line.startsWith("\"L51\"");
    }

    private static String plain(String line, String organisation, Numbers numbers) {
        Matcher logged = LOGGED.matcher(line);
        if (logged.matches()) {
            numbers.given(organisation + " " + logged.group(2), logged.group(3));
            return logged.group(1) + ",{CRN}," + logged.group(4);
        }
        return STAMPS.matcher(line).replaceFirst("$1,{at}");
    }

    /** Who got which CRN. */
    private static final class Numbers {
        private final Map<String, String> byContact = new HashMap<>();
        private final Map<String, String> byNumber = new HashMap<>();
        private final List<String> doubled = new ArrayList<>();

        void given(String contact, String crn) {
            String other = byNumber.putIfAbsent(crn, contact);
            if (other != null && !other.equals(contact)) {
                doubled.add("CRN " + crn + " was given to " + other + " and to " + contact);
            }
            String before = byContact.putIfAbsent(contact, crn);
            if (before != null && !before.equals(crn)) {
                doubled.add("Contact " + contact + " was given the CRNs " + before + " and " + crn);
            }
        }
    }
}
