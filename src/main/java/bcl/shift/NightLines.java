package bcl.shift;

import bcl.jobs.NightReport;
import bcl.ledger.FileLedger;
import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.ledger.Run;
import bcl.night.Admission;
import bcl.night.UkTime;
import java.util.List;
import java.util.stream.Collectors;

/** The last line of a night, for an operator's mail or a scheduler's log. */
public final class NightLines {
    private static final String FAILED = "; failed at ";

    private NightLines() {}

    public static String outside(Admission.OutsideWindow outside) {
        return "Outside the window: nothing was done. It opens at "
                + UkTime.readable(outside.next().opens());
    }

    /** What is recorded of a run: {@code status} tells the failures until a run is without. */
    static String outcome(NightReport report) {
        return outcome(
                report.answered().size(),
                report.isReferenceMissing() ? List.of("reference data: none is in force") : report.failures());
    }

    static String outcome(int answered, List<String> failures) {
        return answered + " files answered" + (failures.isEmpty() ? "" : FAILED + joined(failures));
    }

    /** What the run that ended last failed at; empty if it did not, or failed at files alone, which are held. */
    public static String failure(List<Run> newestFirst) {
        return newestFirst.stream()
                .filter(run -> run.exitCode() != null)
                .findFirst()
                .map(Run::detail)
                .filter(detail -> detail.contains(FAILED))
                .map(detail -> detail.substring(detail.indexOf(FAILED) + FAILED.length()))
                .orElse("");
    }

    private static String joined(List<String> failures) {
        return failures.stream()
                .map(each -> each.replaceAll("\\s*\\R\\s*", " "))
                .map(each -> each.endsWith(".") ? each : each + ".")
                .collect(Collectors.joining(" Also at "));
    }

    static String summary(NightReport report, FileLedger files) {
        long accepted = 0;
        long rejected = 0;
        long repeated = 0;
        long whole = 0;
        for (LedgerFile file : files.chunks().get(report.answered())) {
            accepted += file.totals().accepted();
            rejected += file.totals().rejected();
            repeated += file.totals().repeated();
            whole += file.findings().isEmpty() ? 0 : 1;
        }
        int left = files.unfinished().size();
        List<LedgerFile> held = files.inState(FileState.HELD);
        long keptBack = held.stream().filter(LedgerFile::isKeptBack).count();
        return report.taken() + " files taken, " + report.answered().size() + " answered (" + whole
                + " rejected whole); contacts: " + accepted + " accepted, " + rejected + " rejected, " + repeated
                + " repeated; " + left + " files left, " + (held.size() - keptBack) + " held, " + keptBack
                + " kept back by operators";
    }
}
