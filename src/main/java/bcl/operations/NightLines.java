package bcl.operations;

import bcl.jobs.NightReport;
import bcl.ledger.FileLedger;
import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.night.Admission;
import bcl.night.UkTime;
import java.util.List;

/** The last line of a night, for an operator's mail or a scheduler's log. */
final class NightLines {
    private NightLines() {}

    static String outside(Admission.OutsideWindow outside) {
        return "Outside the window: nothing was done. It opens at "
                + UkTime.readable(outside.next().opens());
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
