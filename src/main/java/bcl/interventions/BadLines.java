package bcl.interventions;

import bcl.commands.Printable;
import bcl.commands.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with the lines of an operator's file; nothing of the file is done if there is any. */
final class BadLines {
    private static final int SHOWN = 1000;

    private final Path file;
    private final List<Bad> lines = new ArrayList<>();

    private record Bad(long line, String what) {}

    BadLines(Path file) {
        this.file = file;
    }

    void add(long line, String what) {
        lines.add(new Bad(line, what));
    }

    /** @throws UsageException naming the lines, in their order */
    void refuseIfAny() {
        if (lines.isEmpty()) {
            return;
        }
        String named = lines.stream()
                .sorted(Comparator.comparingLong(Bad::line))
                .limit(SHOWN)
                .map(each -> "line " + each.line() + ": " + each.what())
                .collect(Collectors.joining(System.lineSeparator()));
        String more = lines.size() <= SHOWN
                ? ""
                : System.lineSeparator() + (lines.size() - SHOWN) + " more bad lines are not shown";
        throw new UsageException(Printable.prose(file.toString()) + ": nothing was done, since of its lines "
                + lines.size() + " cannot be done" + System.lineSeparator() + named + more);
    }
}
