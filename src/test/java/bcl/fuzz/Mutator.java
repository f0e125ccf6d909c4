package bcl.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Makes files that senders, their tools and attackers make: bytes, fields and lines changed, doubled, moved and lost. One character
 * is one byte. The same random numbers make the same mutants.
 */
final class Mutator {
    private static final int MOST = 1 << 20;
    private static final List<String> ENDS = List.of("\n", "\r\n", "\r", "\n\r", "\n\n", "", "\u0085", "\0\n", " \r\n");

    private final Random random;
    private final List<Specimen> corpus;
    private final List<UnaryOperator<String>> changes = List.of(
            this::changeByte,
            this::insertWord,
            this::removeRange,
            this::doubleRange,
            this::replaceField,
            this::replaceField,
            this::replaceField,
            this::addField,
            this::removeField,
            this::doubleLine,
            this::removeLine,
            this::moveLine,
            this::lineOfAnother,
            this::groupsOfAnother,
            this::manyGroups,
            this::changeEnd,
            this::changeEnds,
            this::stretchField,
            this::cut,
            this::wholeFile);

    Mutator(Random random, List<Specimen> corpus) {
        this.random = random;
        this.corpus = corpus;
    }

    Specimen mutate(Specimen seed) {
        String text = seed.text();
        int count = 1 + (int) Math.abs(random.nextGaussian() * 3);
        for (int i = 0; i < count && text.length() < MOST; i++) {
            text = changes.get(random.nextInt(changes.size())).apply(text);
        }
        // Else nearly every mutant would be refused whole, and no contact of it judged.
        if (random.nextBoolean() && text.contains("\n") && seed.text().contains("\n")) {
            text = seed.text().substring(0, seed.text().indexOf('\n')) + text.substring(text.indexOf('\n'));
        }
        return seed.with(Specimen.bytes(random.nextInt(10) < 8 ? counted(text) : text));
    }

    /** With the count that its last line should have. */
    static String counted(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
        lines.removeIf(String::isEmpty);
        for (int i = lines.size() - 1; i > 1; i--) {
            if (lines.get(i).contains("Z99")) {
                String count = Integer.toString(i - 1);
                lines.set(i, lines.get(i).replaceFirst("(\"?Z99\"?,)\\d{1,10}", "$1" + count));
                break;
            }
        }
        return String.join("", lines);
    }

    private String changeByte(String text) {
        int at = at(text);
        return at < 0 ? text : text.substring(0, at) + (char) random.nextInt(256) + text.substring(at + 1);
    }

    private String insertWord(String text) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + Words.any(random) + text.substring(at);
    }

    private String removeRange(String text) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(20)));
    }

    private String doubleRange(String text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + 1 + random.nextInt(100));
        return text.substring(0, end) + text.substring(at, end) + text.substring(end);
    }

    private String replaceField(String text) {
        return field(text, old -> Words.any(random));
    }

    private String addField(String text) {
        return field(text, old -> old + "," + (random.nextBoolean() ? "" : Words.any(random)));
    }

    private String removeField(String text) {
        return field(text, old -> "\0removed").replaceAll(",?\0removed", "");
    }

    private String stretchField(String text) {
        String unit = Words.any(random);
        int wished = List.of(10, 60, 300, 1_900, 2_100, 5_000, 70_000, 300_000).get(random.nextInt(8));
        return field(text, old -> old + unit.repeat(1 + wished / Math.max(1, unit.length())));
    }

    private String field(String text, UnaryOperator<String> change) {
        int at = random.nextInt(text.length() + 1);
        int from = at;
        while (from > 0 && !isEdge(text.charAt(from - 1))) {
            from--;
        }
        int to = at;
        while (to < text.length() && !isEdge(text.charAt(to))) {
            to++;
        }
        return text.substring(0, from) + change.apply(text.substring(from, to)) + text.substring(to);
    }

    private static boolean isEdge(char c) {
        return c == ',' || c == '\n' || c == '\r';
    }

    private List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
        return lines.isEmpty() ? new ArrayList<>(List.of("")) : lines;
    }

    private String doubleLine(String text) {
        List<String> lines = lines(text);
        String line = lines.get(random.nextInt(lines.size()));
        int times = random.nextInt(8) == 0 ? 90 : 1 + random.nextInt(3);
        int at = random.nextInt(lines.size());
        for (int i = 0; i < times; i++) {
            lines.add(at, line);
        }
        return String.join("", lines);
    }

    private String removeLine(String text) {
        List<String> lines = lines(text);
        lines.remove(random.nextInt(lines.size()));
        return String.join("", lines);
    }

    private String moveLine(String text) {
        List<String> lines = lines(text);
        String line = lines.remove(random.nextInt(lines.size()));
        lines.add(random.nextInt(lines.size() + 1), line);
        return String.join("", lines);
    }

    private String lineOfAnother(String text) {
        List<String> others = lines(other());
        List<String> lines = lines(text);
        lines.add(random.nextInt(lines.size() + 1), others.get(random.nextInt(others.size())));
        return String.join("", lines);
    }

    private String groupsOfAnother(String text) {
        List<String> others = lines(other());
        List<String> lines = lines(text);
        int middle = Math.max(1, lines.size() - 2);
        lines.addAll(
                Math.min(middle, lines.size()),
                others.subList(Math.min(1, others.size()), Math.max(1, others.size() - 2)));
        return String.join("", lines);
    }

    private String manyGroups(String text) {
        List<String> lines = lines(text);
        if (lines.size() < 4 || text.length() > 20_000) {
            return text;
        }
        List<String> groups = List.copyOf(lines.subList(1, lines.size() - 2));
        for (int i = random.nextInt(20); i > 0; i--) {
            lines.addAll(1, groups);
        }
        return String.join("", lines);
    }

    private String changeEnd(String text) {
        int at = text.indexOf('\n', random.nextInt(text.length() + 1));
        return at < 0 ? text : text.substring(0, at) + end() + text.substring(at + 1);
    }

    private String changeEnds(String text) {
        String end = end();
        return text.replace("\r\n", "\n").replace("\n", end.isEmpty() ? "\r\n" : end);
    }

    private String cut(String text) {
        return text.substring(0, random.nextInt(text.length() + 1));
    }

    private String wholeFile(String text) {
        return switch (random.nextInt(8)) {
            case 0 -> "\u00EF\u00BB\u00BF" + text;
            case 1 -> latin1(text.getBytes(StandardCharsets.UTF_16));
            case 2 -> latin1(text.getBytes(StandardCharsets.UTF_16LE));
            case 3 -> latin1(text.getBytes(Charset.forName("IBM037")));
            case 4 -> latin1(text.getBytes(StandardCharsets.UTF_8));
            case 5 -> text + "\r\n".repeat(random.nextInt(4)) + (random.nextBoolean() ? "" : Words.any(random));
            case 6 -> text.replace("\"", "");
            default -> text.replace(",", " , ");
        };
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String end() {
        return ENDS.get(random.nextInt(ENDS.size()));
    }

    private String other() {
        return corpus.get(random.nextInt(corpus.size())).text();
    }

    private int at(String text) {
        return text.isEmpty() ? -1 : random.nextInt(text.length());
    }
}
