package bcl.intake;

import bcl.wire.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Takes the complete files out of {@code inbound/} (docs/commands.md, "When a file is complete"; interface, sections 1 and 7).
 * Whatever happens, kill -9 and power loss included, each file taken has one row in the ledger and its bytes in the archive, and
 * none is lost. Steps 1 to 4 are done file by file by several threads, 5 to 7 once for a batch:
 *
 * <ol>
 *   <li>Copy to {@code .sealing/} in {@code archive/}, or in {@code quarantine/} if the folder is nobody's, digesting, and wait until the copy is on the disk. What a sender who still has the
 *       file open writes later does not reach it.
 *   <li>Compare the file with what it was when it was judged: if its sender went on with it, drop the copy and leave it.
 *   <li>Claim: rename it to {@code sftp/.taken/CLAIM/FOLDER/NAME}. A renaming takes whatever has the name at that moment, so
 *       compare again: if it is not what was copied, put it back.
 *   <li>Rename the copy to its place by digest; if the same bytes lie there, drop it.
 *   <li>Put back what lies in the claim and was not sealed. Wait until all folders concerned are on the disk.
 *   <li>One transaction: the claim's row and the files' rows, by name.
 *   <li>Delete the claimed files and the claim's folder. The claim's row stays for days, since a power loss can bring deleted
 *       files back.
 * </ol>
 *
 * <p>Every look begins with the claims that are left over. The claim's row decides: if it says recorded, step 7 is done again.
 * If there is none, one is inserted that says void (then a transaction that still runs somewhere can no more commit) and the
 * files go back to {@code inbound/}; one whose name there has a newer file by now is taken from where it lies. So a crash before
 * the commit of step 6 undoes the taking, one after it finishes it, and a commit of unknown outcome is asked for. A file that is
 * sent again after a crash is a delivery of its own. Copies without a row can remain in {@code archive/} only if a sender
 * removes a file in the moment between.
 *
 * <p>Thread-safe: looks of one home wait for each other, those of other processes on this machine included, unless such a process
 * stands still.
 */
public final class Intake {
    private final Home home;
    private final IntakeLedgers ledgers;
    private final Predicate<String> known;
    private final IntakeSettings settings;
    private final Means means;
    private final Completeness completeness;

    /** @param known whether a folder's name is the short code of an organisation of the reference data */
    public Intake(
            Home home, IntakeLedgers ledgers, Predicate<String> known, IntakeSettings settings, InstantSource clock) {
        this(home, ledgers, known, settings, new Means(clock, new LocalDisk(), Uploads.UNKNOWN));
    }

    Intake(Home home, IntakeLedgers ledgers, Predicate<String> known, IntakeSettings settings, Means means) {
        this.home = home;
        this.ledgers = ledgers;
        this.known = known;
        this.settings = settings;
        this.means = means;
        this.completeness = new Completeness(means.disk(), settings, means.uploads());
    }

    /** The same, with an SFTP server that knows which uploads its clients have closed. */
    public Intake withUploads(Uploads uploads) {
        return new Intake(home, ledgers, known, settings, new Means(means.clock(), means.disk(), uploads));
    }

    /**
     * Takes every file that is complete. One that cannot be taken is told in the report and keeps no other back.
     *
     * @throws UncheckedIOException if the folders of the home cannot be used at all; nothing was taken
     * @throws org.springframework.dao.DataAccessException if the database is away at the start; no file was touched
     * @throws InterruptedException if this thread was interrupted; the next look finishes or undoes what was begun
     */
    public IntakeReport takeAll() throws InterruptedException {
        return takeAll(() -> false);
    }

    /**
     * As {@link #takeAll()}, but waits no more for another intake once it is stopped.
     *
     * @return a report of nothing if it was stopped while it waited
     */
    public IntakeReport takeAll(BooleanSupplier stopped) throws InterruptedException {
        return take(folder -> true, stopped);
    }

    /**
     * As {@link #takeAll(BooleanSupplier)}, but leaves the folders alone that belong to no known organisation: by day the organisation may be one
     * that the next night's reference data brings.
     */
    public IntakeReport takeKnown(BooleanSupplier stopped) throws InterruptedException {
        return take(known, stopped);
    }

    private IntakeReport take(Predicate<String> looksInto, BooleanSupplier stopped) throws InterruptedException {
        Path root = Claims.root(home);
        try {
            Folders.make(root, Folders.OWNER_ONLY);
            means.disk().makeFolder(Sealer.unfinished(home));
            means.disk().makeFolder(home.quarantine());
            return HomeLock.during(root, new HomeLock.Patience(settings.lockPatience(), stopped), held -> {
                try (Taking taking = new Taking(home, ledgers, settings, means)) {
                    return taking.run(known, looksInto, completeness);
                }
            });
        } catch (HomeLock.Stopped e) {
            return new ReportBuilder().build();
        } catch (HomeLock.StandsStill e) {
            ReportBuilder report = new ReportBuilder();
            report.failed(new IntakeFailure(
                    "",
                    "",
                    e,
                    "Nothing was taken, all files wait where they are. Let that process go on or end it (fuser or lslocks"
                            + " on sftp/.taken/.lock names it), the next look takes them"));
            return report.build();
        } catch (IOException e) {
            throw new UncheckedIOException("The folders of " + home.root() + " cannot be used", e);
        }
    }
}
