package bcl.golden;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** An answer that is due, with placeholders. All else in it is literal, line ends included. */
final class ExpectedAnswer {
    private static final String CONTACT = "\"L51\"";

    private final List<String> lines;

    ExpectedAnswer(byte[] template) {
        lines = List.of(new String(template, StandardCharsets.ISO_8859_1).split("\n", -1));
    }

    /** How an answer differs from this one; nothing if it is the same. CRNs that are new to the case are taken for their labels. */
    List<String> differences(byte[] found, PlayedCase played, Night night) {
        AnswerText answer = AnswerText.of(found);
        List<Integer> labels = new ArrayList<>();
        List<String> due = lines.stream()
                .map(line -> literal(line, labels, played.labels()))
                .toList();
        List<String> actual = answer.lines().stream().map(played::hideDigests).toList();
        if (!due.equals(actual)) {
            return LineDifference.between(due, actual);
        }
        if (answer.crns().size() != labels.size() || answer.stamps().size() != stamps()) {
            return List.of("placeholders stand in the answer itself");
        }
        List<String> wrong = new ArrayList<>(answer.faultsOfStamps(night));
        for (int i = 0; i < labels.size(); i++) {
            wrong.addAll(played.labels().bind(labels.get(i), answer.crns().get(i)));
        }
        return wrong;
    }

    private int stamps() {
        return lines.stream()
                .mapToInt(line -> line.split("\\{date}", -1).length - 1)
                .sum();
    }

    private static String literal(String line, List<Integer> labels, CrnLabels known) {
        if (!line.startsWith(CONTACT)) {
            return known.fill(line);
        }
        Matcher match = CrnLabels.PLACEHOLDER.matcher(line);
        while (match.find()) {
            labels.add(Integer.valueOf(match.group(1)));
        }
        return match.replaceAll("{crn}");
    }
}
