package bcl.intake;

import bcl.intake.IntakeReport.Waiting;
import bcl.intake.Recorder.Recorded;
import bcl.intake.Sealing.Changed;
import bcl.intake.Sealing.Failed;
import bcl.intake.Sealing.Sealed;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One call of {@link Intake#takeAll()}. Used by one thread, under the home's lock. */
final class Taking implements AutoCloseable {
    private final Home home;
    private final IntakeSettings settings;
    private final InstantSource clock;
    private final Disk disk;
    private final Claims claims;
    private final Recorder recorder;
    private final Oddities oddities;
    private final Sealers sealers;
    private final ReportBuilder report = new ReportBuilder();

    Taking(Home home, IntakeLedgers ledgers, IntakeSettings settings, Means means) {
        this.home = home;
        this.settings = settings;
        this.clock = means.clock();
        this.disk = means.disk();
        this.claims = new Claims(home, disk, ledgers.claims());
        this.recorder = new Recorder(ledgers, disk);
        this.oddities = new Oddities(home, disk, ledgers, recorder);
        this.sealers = new Sealers(settings.sealers(), new Sealer(home, disk, claims), disk);
    }

    IntakeReport run(Predicate<String> known, Predicate<String> looksInto, Completeness completeness)
            throws IOException, InterruptedException {
        Instant now = clock.instant();
        List<Claims.Left> left = claims.settleAll(now, report);
        Look look = new Look(home, disk, known, completeness, now);
        look.look(left, looksInto);
        look.waiting.forEach(report::waits);
        look.failures.forEach(report::failed);
        try {
            removeCopies(Sealer.unfinished(home));
            removeCopiesForQuarantine();
            oddities.report(look.odd, now, report);
            takeAll(look.complete);
            claims.forgetOld(now);
        } catch (IOException | RuntimeException e) {
            report.failed(new IntakeFailure("", "", e, "What was not taken waits for the next look"));
        }
        return report.build();
    }

    private void removeCopies(Path folder) throws IOException {
        for (Path copy : disk.list(folder)) {
            disk.delete(copy);
        }
    }

    /** They keep nobody's files back. */
    private void removeCopiesForQuarantine() {
        Path folder = QuarantineFolder.unfinished(home);
        try {
            removeCopies(folder);
        } catch (NoSuchFileException e) {
            return; // none was ever made
        } catch (IOException e) {
            report.failed(new IntakeFailure("", "", e, "What was left of copying into quarantine/ stays in " + folder));
        }
    }

    /** In batches, by folder and name; after one that the database refused the rest waits for the next look. */
    private void takeAll(List<Arrival> files) throws IOException, InterruptedException {
        int from = 0;
        while (from < files.size()) {
            int to = endOfBatch(files, from);
            if (!take(files.subList(from, to))) {
                return;
            }
            from = to;
        }
    }

    private int endOfBatch(List<Arrival> files, int from) {
        long bytes = 0;
        int to = from;
        while (to < files.size() && to - from < settings.filesABatch() && bytes < settings.bytesABatch()) {
            bytes += files.get(to).entry().size();
            to++;
        }
        return to;
    }

    private boolean take(List<Arrival> batch) throws IOException, InterruptedException {
        String claim = claims.open();
        List<Sealed> sealed = sealed(sealers.seal(batch, claim));
        if (sealed.isEmpty()) {
            claims.settle(claim, clock.instant(), new ArrayList<>());
            return true;
        }
        Recorded recorded = new Recorded();
        try {
            claims.holdOnly(claim, sealed.stream().map(Sealed::held).collect(Collectors.toSet()));
            sealers.sync(foldersOf(sealed, claim));
            recorder.record(claim, sealed, clock.instant(), recorded);
        } catch (IOException | RuntimeException e) {
            return unclear(claim, sealed, recorded, e);
        }
        report.recorded(recorded);
        finish(claim, sealed);
        return true;
    }

    private List<Sealed> sealed(List<Sealing> all) {
        List<Sealed> sealed = new ArrayList<>();
        for (Sealing each : all) {
            if (each instanceof Sealed one) {
                sealed.add(one);
            } else if (each instanceof Failed failed) {
                report.failed(IntakeFailure.of(failed.file(), failed.cause()));
            } else if (each instanceof Changed changed) {
                Instant until = clock.instant().plus(settings.quietPeriod());
                report.waits(new Waiting(changed.file().folder(), changed.file().name(), until));
            } // one that vanished is as if it never came
        }
        return sealed;
    }

    private List<Path> foldersOf(List<Sealed> files, String claim) throws IOException {
        List<Path> folders = new ArrayList<>(claims.folders(claim));
        folders.addAll(List.of(home.archive(), home.quarantine()));
        for (Sealed file : files) {
            folders.add(Claims.parent(file.file().path()));
            folders.add(Claims.parent(file.stored()));
        }
        return folders.stream().distinct().toList();
    }

    /** The transaction failed, but may have been committed all the same: the claim's row knows. */
    private boolean unclear(String claim, List<Sealed> files, Recorded recorded, Exception cause) {
        try {
            if (claims.settle(claim, clock.instant(), new ArrayList<>())) {
                report.recorded(recorded);
                return true;
            }
        } catch (IOException | RuntimeException e) {
            cause.addSuppressed(e); // the next look settles the claim
        }
        files.forEach(file -> report.failed(IntakeFailure.of(file.file(), cause)));
        return false;
    }

    private void finish(String claim, List<Sealed> files) throws InterruptedException {
        try {
            sealers.delete(files.stream().map(Sealed::held).toList());
            claims.finish(claim);
        } catch (IOException e) {
            report.failed(new IntakeFailure(
                    "", "", e, "All files were taken; the next look removes the rest of claim " + claim));
        }
    }

    @Override
    public void close() {
        sealers.close();
    }
}
