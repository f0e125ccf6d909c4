package bcl.jobs;

import bcl.intake.Intake;
import bcl.intake.IntakeFailure;
import bcl.intake.IntakeReport;
import bcl.ledger.LedgerFile;
import bcl.wire.FileName;
import java.util.function.BooleanSupplier;

/** A night: every file there is, and every complete one that is found in an inbound folder. */
final class WholeHome implements Share {
    private final Intake intake;

    WholeHome(Intake intake) {
        this.intake = intake;
    }

    @Override
    public boolean includes(LedgerFile file) {
        return true;
    }

    @Override
    public boolean takeIn(NightReport report, BooleanSupplier stopped) throws InterruptedException {
        IntakeReport taken = intake.takeAll(stopped);
        report.taken(taken.taken().size());
        for (IntakeFailure failure : taken.failures()) {
            if (Failures.isDatabaseAway(failure.cause())) {
                throw RunBroken.databaseAway(failure.cause());
            }
            report.failed(what(failure), Failures.reason(failure.cause()) + ". " + failure.nextStep());
        }
        return !taken.taken().isEmpty();
    }

    /** A name that has not the agreed form may hold anything, and is not told. */
    private static String what(IntakeFailure failure) {
        String folder = failure.folder().isEmpty() ? "inbound folders" : "inbound folder " + failure.folder();
        return FileName.parse(failure.name())
                .map(name -> folder + ", file " + name)
                .orElse(folder);
    }
}
