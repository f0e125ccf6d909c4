package bcl.reference;

import java.util.List;

/**
 * A reference file that was not loaded; the data in force stays. Carries no values of the file.
 *
 * @param file the name of the file without its folder
 * @param problem what is wrong and what to do about it, one sentence or two
 * @param lines the first bad lines (at most 1,000), by line number; empty if the file as a whole is meant
 * @param badLines how many lines are bad in all
 */
public record Refused(String file, String problem, List<BadLine> lines, long badLines) {
    public Refused {
        lines = List.copyOf(lines);
    }

    static Refused whole(String file, String problem) {
        return new Refused(file, problem, List.of(), 0);
    }

    static Refused forLines(String file, BadLines bad) {
        String count = bad.count() == 1 ? "1 line is bad" : bad.count() + " lines are bad";
        return new Refused(
                file, count + ". Correct the file and put it in place as a whole.", bad.named(), bad.count());
    }

    /** The whole message: the problem, then every line that is named, one a line. */
    public String describe() {
        StringBuilder text = new StringBuilder(file).append(" is refused: ").append(problem);
        lines.forEach(line -> text.append("\n  ").append(line));
        long linesNamed = lines.stream().mapToLong(BadLine::line).distinct().count();
        if (linesNamed < badLines) {
            text.append("\n  and ").append(badLines - linesNamed).append(" more lines");
        }
        return text.toString();
    }
}
