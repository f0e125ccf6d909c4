package bcl.reports;

import bcl.commands.Printable;
import bcl.ledger.FileState;
import bcl.ledger.FileSummary;
import bcl.ledger.LedgerFile;
import bcl.ledger.Quarantined;
import bcl.ledger.Running;
import bcl.ledger.Totals;
import bcl.night.Forecast;
import bcl.night.UkTime;
import bcl.wire.Reason;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code status} for people: one page, also for a home of many thousand files. */
final class StatusText {
    private static final String ROW = "  %7s  %-8s  %-3s  %-24s %9s %9s %9s %9s  %s%n";
    private static final int LISTED = 20;

    private final PrintStream out;
    private final Path home;
    private final Instant now;

    StatusText(PrintStream out, Path home, Instant now) {
        this.out = out;
        this.home = home;
        this.now = now;
    }

    void print(StatusReport report) {
        out.println("Home " + Printable.prose(home.toString()) + ", " + UkTime.readable(now));
        running(report.running());
        Forecast forecast = report.forecast();
        if (forecast != null) {
            out.println((forecast.begins().isAfter(now)
                            ? "The next window opens " + UkTime.readable(forecast.begins()) + "; "
                            : "")
                    + "forecast: " + forecast.line());
        }
        totals(report);
        files("Not finished", report.notFinished(), unfinished(report.states()));
        files("Answered, the newest first", report.lastFinished(), count(report.states(), FileState.ANSWERED));
        reasons("Rejections by code", report.reasons(), reason -> !reason.isWarning());
        reasons("Warnings by code", report.reasons(), Reason::isWarning);
        gaps(report.gaps());
        quarantine(report.quarantine());
        section(
                "Notices",
                report.notices(),
                notice -> String.format(
                        "%s  %s  %s: %s",
                        UkTime.readable(notice.at()),
                        notice.kind(),
                        Printable.of(notice.subject()),
                        Printable.prose(notice.detail())));
        next(report.next());
    }

    private void running(@Nullable Running running) {
        if (running == null) {
            out.println("No night is running.");
            return;
        }
        Instant since = running.startedAt();
        Instant closes = running.closes();
        String override = running.overrideReason();
        out.println("A night is running: " + Printable.prose(running.holder())
                + (since == null ? "" : ", since " + UkTime.readable(since))
                + (closes == null ? "" : ", its window closes " + UkTime.readable(closes))
                + (override == null ? "" : ", outside the window because: " + Printable.prose(override)));
    }

    private void totals(StatusReport report) {
        long files =
                report.states().values().stream().mapToLong(Long::longValue).sum();
        String states = report.states().entrySet().stream()
                .map(entry -> entry.getKey() + " " + grouped(entry.getValue()))
                .collect(Collectors.joining(", "));
        Totals totals = report.totals();
        out.println();
        out.println("Files     " + grouped(files) + (states.isEmpty() ? "" : ": " + states));
        out.println("Contacts  " + grouped(report.contacts()) + " logged; in the files " + grouped(totals.accepted())
                + " accepted, " + grouped(totals.rejected()) + " rejected, " + grouped(totals.repeated())
                + " repeated (test files counted in)");
    }

    private void files(String title, List<FileSummary> files, long all) {
        if (files.isEmpty()) {
            return;
        }
        out.println();
        out.println(title + (all > files.size() ? " (" + files.size() + " of " + grouped(all) + ")" : ""));
        out.printf(
                Locale.UK,
                ROW,
                "NUMBER",
                "STATE",
                "ORG",
                "NAME",
                "CONTACTS",
                "ACCEPTED",
                "REJECTED",
                "REPEATED",
                "ANSWER");
        files.forEach(this::file);
    }

    private void file(FileSummary summary) {
        LedgerFile file = summary.file();
        String answer = summary.answer();
        out.printf(
                Locale.UK,
                ROW,
                file.id(),
                file.state(),
                Printable.of(file.organisation()),
                Printable.of(file.name()),
                grouped(summary.contacts()),
                grouped(file.totals().accepted()),
                grouped(file.totals().rejected()),
                grouped(file.totals().repeated()),
                answer == null ? "-" : answer);
        String reason = FileReasons.of(summary);
        if (reason != null) {
            out.println("           " + Printable.prose(reason));
        }
    }

    private void reasons(String title, Map<Reason, Long> reasons, Predicate<Reason> shown) {
        Collection<Map.Entry<Reason, Long>> rows = reasons.entrySet().stream()
                .filter(entry -> shown.test(entry.getKey()))
                .sorted(Map.Entry.<Reason, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        section(
                title,
                rows,
                entry -> String.format(
                        "%11s  %s  %s",
                        grouped(entry.getValue()),
                        entry.getKey(),
                        entry.getKey().text()));
    }

    private void gaps(List<Gap> gaps) {
        section(
                titled("Generation numbers that are missing (FIL00019)", gaps),
                last(gaps),
                gap -> gap.stream() + "  " + gap.numbers()
                        + (gap.before() == null ? "" : ", before file " + gap.before()));
    }

    private void quarantine(List<Quarantined> files) {
        section(
                titled("Quarantine", files),
                last(files),
                file -> UkTime.readable(file.at()) + "  "
                        + Printable.of(file.folder() + "/" + file.name()) + ": " + Printable.prose(file.reason())
                        + "; kept as quarantine/" + Printable.of(file.storedAs()));
    }

    private void next(List<String> steps) {
        out.println();
        out.println("What to do next");
        if (steps.isEmpty()) {
            out.println("  Nothing: every file has its answer.");
        }
        steps.forEach(step -> out.println("  " + step));
    }

    private <T> void section(String title, Collection<T> rows, Function<T, String> line) {
        if (!rows.isEmpty()) {
            out.println();
            out.println(title);
            rows.forEach(row -> out.println("  " + line.apply(row)));
        }
    }

    private static String titled(String title, List<?> all) {
        return all.size() > LISTED ? title + " (the last " + LISTED + " of " + grouped(all.size()) + ")" : title;
    }

    private static <T> List<T> last(List<T> all) {
        return all.subList(Math.max(0, all.size() - LISTED), all.size());
    }

    private static long unfinished(Map<FileState, Long> states) {
        return states.values().stream().mapToLong(Long::longValue).sum() - count(states, FileState.ANSWERED);
    }

    private static long count(Map<FileState, Long> states, FileState state) {
        return states.getOrDefault(state, 0L);
    }

    private static String grouped(long number) {
        return String.format(Locale.UK, "%,d", number);
    }
}
