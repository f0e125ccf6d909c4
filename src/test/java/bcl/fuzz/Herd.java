package bcl.fuzz;

import bcl.wire.Mprn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies of files, each under an organisation and meter points of its own, so that thousands of them in one home have nothing to do
 * with each other, and each gets the answer that it would get alone.
 */
final class Herd {
    /** Samples begin with the letters of their roles. */
    private static final String FIRST = "ABCEFHJKLNOPQRTVWXYZ";

    private static final String REST = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ORGANISATIONS = "organisations.csv";
    private static final String POINTS = "meter-points-20261120.csv";
    private static final int FIRST_ID = 60_000;

    private final List<String> organisations = read(ORGANISATIONS);
    private final List<String> points = read(POINTS);
    private final int samplesEnd = organisations.size();
    private final int pointsEnd = points.size();
    private long stem = 20_000_000;

    Herd() throws IOException {}

    private static List<String> read(String name) throws IOException {
        return new ArrayList<>(Files.readAllLines(Specimen.reference().resolve(name)));
    }

    /** The same file of another organisation; its owner must be in the reference data. */
    Specimen copy(Specimen sample) {
        int number = organisations.size() - samplesEnd;
        String code = code(number);
        String owner = organisations.subList(0, samplesEnd).stream()
                .filter(row -> row.startsWith(sample.owner() + ","))
                .findFirst()
                .orElseThrow();
        String[] cells = owner.split(",", 3);
        String id = Integer.toString(FIRST_ID + number);
        organisations.add(code + "," + id + "," + cells[2]);
        String text = sample.text().replaceFirst("^([^,\n]*, *)" + cells[1] + "(?=\\D)", "$1" + id);
        return new Specimen(code + sample.name().substring(3), Specimen.bytes(withPoints(text, sample.owner(), code)));
    }

    private String withPoints(String text, String owner, String code) {
        String own = text;
        for (String row : List.copyOf(points.subList(1, pointsEnd))) {
            String[] cells = row.split(",", 2);
            String number = "(?<!\\d)0{0,3}" + cells[0] + "(?!\\d)";
            String changed = own.replaceAll(number, Long.toString(nextPoint()));
            if (!changed.equals(own)) {
                points.add(stem() + "," + cells[1].replaceAll("\\b" + owner + "\\b", code));
                own = changed;
            }
        }
        return own;
    }

    private long nextPoint() {
        stem++;
        return Long.parseLong(stem());
    }

    private String stem() {
        for (int check = 0; check < 11; check++) {
            String number = "%d%02d".formatted(stem, check);
            if (Mprn.hasRightCheckDigits(number)) {
                return number;
            }
        }
        throw new IllegalStateException("no check digits for " + stem);
    }

    private static String code(int number) {
        int rest = REST.length();
        return "" + FIRST.charAt(number / (rest * rest)) + REST.charAt(number / rest % rest)
                + REST.charAt(number % rest);
    }

    void layReference(Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("reference"));
        Files.writeString(folder.resolve(ORGANISATIONS), String.join("\n", organisations) + "\n");
        Files.writeString(folder.resolve(POINTS), String.join("\n", points) + "\n");
    }
}
