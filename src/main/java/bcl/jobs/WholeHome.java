package bcl.jobs;

import bcl.intake.Intake;
import bcl.intake.IntakeReport;
import bcl.ledger.LedgerFile;

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
    public boolean takeIn(NightReport report) throws InterruptedException {
        IntakeReport taken = intake.takeAll();
        report.taken(taken.taken().size());
        for (bcl.intake.IntakeFailure failure : taken.failures()) {
            if (Failures.isDatabaseAway(failure.cause())) {
                throw RunBroken.databaseAway(failure.cause());
            }
            report.failed(
                    "inbound folder " + failure.folder(),
                    failure.cause().getClass().getSimpleName() + ". " + failure.nextStep());
        }
        return !taken.taken().isEmpty();
    }
}
