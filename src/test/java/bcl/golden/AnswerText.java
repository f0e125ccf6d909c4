package bcl.golden;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer as it was found, its dates, times and CRNs taken out and placeholders put in.
 *
 * @param lines without their LF; {@code {crn}} stands where a CRN stood
 * @param crns the CRNs in the order of their lines
 * @param stamps dates and times as 14 digits in the order of the file: creation, received, processed
 */
record AnswerText(List<String> lines, List<String> crns, List<String> stamps) {
    private static final String STAMP = "(\\d{8}),\"(\\d{6})\"";
    private static final List<Pattern> STAMPED = List.of(
            Pattern.compile("(\"A00\",\\d*,\"[A-Z]{3}\",)" + STAMP),
            Pattern.compile("(\"L50\",\"[^\"]*\",\\d*,)" + STAMP + "," + STAMP),
            Pattern.compile("(\"L53\",(?:\"(?:[^\"]|\"\")*\")?,\\d*,)" + STAMP));
    private static final Pattern CONTACT = Pattern.compile("(\"L51\",.*,)(\\d{10})(,\"[A-Z]{4}\",\\d+\\r?)");

    static AnswerText of(byte[] bytes) {
        AnswerText text = new AnswerText(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String line : new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            text.lines.add(text.withoutCrn(text.withoutStamps(line)));
        }
        return text;
    }

    private String withoutStamps(String line) {
        for (Pattern pattern : STAMPED) {
            Matcher match = pattern.matcher(line);
            if (match.lookingAt()) {
                StringBuilder plain = new StringBuilder(match.group(1));
                for (int group = 2; group < match.groupCount(); group += 2) {
                    stamps.add(match.group(group) + match.group(group + 1));
                    plain.append(group > 2 ? "," : "").append("{date},\"{time}\"");
                }
                return plain.append(line, match.end(), line.length()).toString();
            }
        }
        return line;
    }

    private String withoutCrn(String line) {
        Matcher match = CONTACT.matcher(line);
        if (!match.matches()) {
            return line;
        }
        crns.add(match.group(2));
        return match.group(1) + "{crn}" + match.group(3);
    }

    /** What is wrong with the stamps: received, processed and created must be in this order and within the night. */
    List<String> faultsOfStamps(Night night) {
        List<String> faults = new ArrayList<>();
        List<String> inOrder = new ArrayList<>(stamps.subList(Math.min(1, stamps.size()), stamps.size()));
        inOrder.addAll(stamps.subList(0, Math.min(1, stamps.size())));
        if (!inOrder.equals(inOrder.stream().sorted().toList())) {
            faults.add("received, processed and created are not in this order: " + inOrder);
        }
        for (String stamp : stamps) {
            if (!night.contains(stamp)) {
                faults.add("%s is not within the night, %s to %s".formatted(stamp, night.began(), night.ended()));
            }
        }
        return faults;
    }
}
