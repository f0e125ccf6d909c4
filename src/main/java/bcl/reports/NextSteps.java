package bcl.reports;

import bcl.commands.Printable;
import bcl.ledger.FileState;
import bcl.ledger.FileSummary;
import bcl.ledger.LedgerFile;
import bcl.ledger.Quarantined;
import bcl.ledger.Running;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an operator should do next, in commands that can be typed as they stand. */
final class NextSteps {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._@%+=:,-]+");
    private static final int MOST_OF_A_KIND = 10;

    private final String home;
    private final Map<FileState, Long> states;
    private final @Nullable Running running;
    private final long behindHeld;

    /** @param behindHeld files that no night does before one that is held is let go */
    NextSteps(Path home, Map<FileState, Long> states, @Nullable Running running, long behindHeld) {
        this.home = quoted(home.toString());
        this.states = Map.copyOf(states);
        this.running = running;
        this.behindHeld = behindHeld;
    }

    /** @param failure what the last run failed at; empty if it did not */
    List<String> of(String failure, List<FileSummary> notFinished, List<Gap> gaps, List<Quarantined> quarantine) {
        List<String> steps = new ArrayList<>();
        if (!failure.isEmpty()) {
            steps.add("The last run failed at " + Printable.prose(failure) + " Mend it, then ./run.sh night --home "
                    + home);
        }
        held(notFinished, steps);
        waiting(steps);
        behindHeld(steps);
        for (Gap gap : last(gaps)) {
            steps.add("Ask the sender of " + gap.stream() + " for " + gap.numbers()
                    + ": what was in them must come under new numbers");
        }
        for (Quarantined each : last(quarantine)) {
            steps.add("Find out who put " + quoted(Printable.of(each.folder() + "/" + each.name()))
                    + " there; it is kept as " + home + "/quarantine/" + Printable.of(each.storedAs()));
        }
        return List.copyOf(steps);
    }

    private void held(List<FileSummary> notFinished, List<String> steps) {
        notFinished.stream()
                .filter(each -> each.file().state() == FileState.HELD)
                .limit(MOST_OF_A_KIND)
                .forEach(each -> steps.add(held(each.file())));
        long more = count(FileState.HELD) - MOST_OF_A_KIND;
        if (more > 0) {
            steps.add(more + " more held files: ./run.sh status --home " + home + " --json lists them");
        }
    }

    private String held(LedgerFile file) {
        String verb = file.isKeptBack() ? "release" : "rerun";
        return "File " + file.id()
                + (file.isKeptBack()
                        ? " is held by " + Printable.of(String.valueOf(file.heldBy())) + ": to let it go, "
                        : " is held: mend what its reason names, then ")
                + "./run.sh " + verb + " --home " + home + " " + file.id() + " --reason \"REASON\"";
    }

    private void waiting(List<String> steps) {
        long waiting = states.values().stream().mapToLong(Long::longValue).sum()
                - count(FileState.ANSWERED)
                - count(FileState.HELD)
                - behindHeld;
        if (running != null && waiting == 0) {
            steps.add(
                    "Wait: " + running.holder() + " runs the night, and has nothing left of what it has taken so far");
        } else if (running != null) {
            steps.add("A night is running, " + running.holder() + " has " + waiting
                    + (waiting == 1 ? " file" : " files") + " left: ./run.sh status --home " + home + " again later");
        } else if (waiting > 0) {
            steps.add(waiting + (waiting == 1 ? " file waits" : " files wait")
                    + " for the next night: ./run.sh night --home " + home);
        }
    }

    private void behindHeld(List<String> steps) {
        if (behindHeld > 0) {
            steps.add(behindHeld + (behindHeld == 1 ? " file waits" : " files wait")
                    + " behind a held one of the same stream, and no night does them before it");
        }
    }

    private long count(FileState state) {
        return states.getOrDefault(state, 0L);
    }

    private static <T> List<T> last(List<T> all) {
        return all.subList(Math.max(0, all.size() - MOST_OF_A_KIND), all.size());
    }

    static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
