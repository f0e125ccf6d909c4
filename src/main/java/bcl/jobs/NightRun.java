package bcl.jobs;

import bcl.intake.HomeFolders;
import bcl.intake.Intake;
import bcl.night.ChunkPacer;
import bcl.reference.LoadReport;
import bcl.reference.Organisations;
import bcl.reference.ReferenceData;
import bcl.reference.Snapshot;
import bcl.responses.AnswerPublisher;
import bcl.responses.StorageFailed;
import bcl.wire.DiskTrouble;
import bcl.wire.Limits;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The door of this package: one run of the night. The caller holds the night's lease for as long as it lasts, and is the only one
 * that calls it. Every run asks the ledger what is left to do, so that it may follow a crash, a stop or nothing at all.
 */
public final class NightRun {
    private final Motor motor;
    private final Stores stores;
    private final ReferenceData reference;
    private final AnswerPublisher publisher;
    private final Work work;

    /**
     * How much may be done, and how it is cut.
     *
     * @param intake how files are taken, given the organisations in force
     */
    public record Work(NightSettings settings, Limits limits, Function<Organisations, Intake> intake) {}

    public NightRun(Motor motor, Stores stores, ReferenceData reference, AnswerPublisher publisher, Work work) {
        this.motor = motor;
        this.stores = stores;
        this.reference = reference;
        this.publisher = publisher;
        this.work = work;
    }

    /**
     * Works until nothing is left or the pacer says stop.
     *
     * @param watch says whether the night is still this run's, and is told how far it is
     * @param run its number in the ledger, which names its job instances; whoever takes over ends it there first
     * @throws RunBroken if the run cannot go on; what was committed stands
     */
    public NightReport run(long run, ChunkPacer pacer, RunWatch watch) throws InterruptedException {
        return run(run, pacer, watch, () -> new WholeHome(work.intake().apply(reference.organisations())));
    }

    /** As {@link #run}, but takes nothing in and works on one file alone, and on those that come before it in its stream. */
    public NightReport runOnly(long run, ChunkPacer pacer, RunWatch watch, long file) throws InterruptedException {
        return run(run, pacer, watch, () -> OneFile.of(stores.files(), file));
    }

    /** A run with what fences it. */
    private record Begun(long number, Motor motor, RunWatch watch) {}

    private NightReport run(long run, ChunkPacer pacer, RunWatch watch, Supplier<Share> share)
            throws InterruptedException {
        NightReport report = new NightReport();
        try {
            begin(new Begun(run, motor.fenced(watch), watch), pacer, share, report);
        } catch (IOException e) {
            report.failed("reference data", DiskTrouble.told(e) + "; put it right and run night again");
        } catch (StorageFailed e) {
            report.failed("outbound folders", String.valueOf(e.getMessage()));
        } catch (DataAccessException | TransactionException e) {
            if (Failures.isDatabaseAway(e)) {
                throw RunBroken.databaseAway(e);
            }
            throw e;
        }
        return report;
    }

    private void begin(Begun run, ChunkPacer pacer, Supplier<Share> share, NightReport report)
            throws IOException, InterruptedException {
        publisher
                .removeLeftovers()
                .forEach(failure -> report.failed("outbound folder", String.valueOf(failure.getMessage())));
        LoadReport loaded = reference.refresh();
        loaded.refused().forEach(refused -> report.failed("reference data", refused.describe()));
        Snapshot snapshot = loaded.usable() ? reference.inForce().orElse(null) : null;
        if (snapshot == null) {
            report.noReferenceData();
            return;
        }
        HomeFolders.organisations(stores.home(), reference.organisations().all());
        run.motor().transaction().executeWithoutResult(status -> stores.files().nextAttempt());
        RunSnapshot points = new RunSnapshot(snapshot.id(), reference.open(snapshot.id()));
        Setbacks setbacks = new Setbacks(stores, run.number(), report);
        night(run, share.get()).run(pacer, turns(run, points, report, setbacks), report);
    }

    private Turns turns(Begun run, RunSnapshot snapshot, NightReport report, Setbacks setbacks) {
        FileTurn turn = new FileTurn(stores, reference.organisations(), work.limits());
        AnswerContents contents = new AnswerContents(stores, reference);
        Publishing publishing =
                new Publishing(stores, publisher, contents, run.motor().newTransaction(), report);
        Answering answering = new Answering(stores, publisher, contents, publishing, turn);
        return new Turns(run.number(), turn, snapshot, answering, publishing, setbacks);
    }

    private Night night(Begun run, Share share) {
        Motor fenced = run.motor();
        Launcher launcher = new Launcher(fenced.operator(), run.number());
        SmallFilesJob smallJob = new SmallFilesJob(fenced, stores, run.watch());
        SmallFiles small = new SmallFiles(stores, smallJob, launcher, fenced.transaction(), work.settings());
        LargeFilePreparation preparation =
                new LargeFilePreparation(stores, reference, fenced.transaction(), fenced.workers(), work.settings());
        LargeFileJob largeJob = new LargeFileJob(fenced, stores, work.settings(), run.watch());
        LargeFiles large = new LargeFiles(stores, preparation, largeJob, launcher, fenced.transaction());
        Lanes lanes = new Lanes(stores, small, large, work.settings().turn(), run.watch());
        return new Night(stores, share, lanes, work);
    }
}
