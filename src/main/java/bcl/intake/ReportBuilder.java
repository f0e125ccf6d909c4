package bcl.intake;

import bcl.intake.IntakeReport.Taken;
import bcl.intake.IntakeReport.Waiting;
import bcl.ledger.Quarantined;
import java.util.ArrayList;
import java.util.List;

/** Collects what one look brings. Used by one thread. */
final class ReportBuilder {
    private final List<Taken> taken = new ArrayList<>();
    private final List<Quarantined> quarantined = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<IntakeFailure> failures = new ArrayList<>();

    void recorded(Recorder.Recorded recorded) {
        taken.addAll(recorded.taken());
        quarantined.addAll(recorded.quarantined());
    }

    void quarantined(Quarantined row) {
        quarantined.add(row);
    }

    void waits(Waiting file) {
        waiting.add(file);
    }

    void failed(IntakeFailure failure) {
        failures.add(failure);
    }

    IntakeReport build() {
        return new IntakeReport(taken, quarantined, waiting, failures);
    }
}
