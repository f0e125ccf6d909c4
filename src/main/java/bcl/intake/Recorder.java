package bcl.intake;

import bcl.intake.IntakeReport.Taken;
import bcl.intake.Sealing.Sealed;
import bcl.ledger.NewFile;
import bcl.ledger.Notice;
import bcl.ledger.Quarantined;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Records sealed files, all of a claim in one transaction. */
final class Recorder {
    private final IntakeLedgers ledgers;
    private final Disk disk;

    Recorder(IntakeLedgers ledgers, Disk disk) {
        this.ledgers = ledgers;
        this.disk = disk;
    }

    /** Fills {@code recorded} within the transaction: what it holds is true only if that was committed. Then it is for good. */
    void record(String claim, List<Sealed> files, Instant now, Recorded recorded) {
        ledgers.transaction().executeWithoutResult(status -> {
            ledgers.claims().record(claim, now);
            requireCopies(files);
            take(files.stream().filter(file -> file.file().known()).toList(), now, recorded);
            for (Sealed file : files) {
                tell(file, now, recorded);
            }
        });
        ledgers.claims().sync();
    }

    /** One that was there already may have been erased since, as a file of the same bytes was old enough. */
    private void requireCopies(List<Sealed> files) {
        try {
            for (Sealed file : files) {
                disk.entry(file.stored());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a sealed copy is gone again; it is sealed anew by the next look", e);
        }
    }

    /** In one batch, so that a thousand files are one flight to the database and back. */
    private void take(List<Sealed> files, Instant now, Recorded recorded) {
        List<NewFile> rows = files.stream()
                .map(each -> new NewFile(
                        each.file().folder(),
                        each.file().name(),
                        each.copy().digest(),
                        each.copy().size(),
                        now))
                .toList();
        List<Long> numbers = ledgers.files().take(rows);
        for (int i = 0; i < rows.size(); i++) {
            NewFile row = rows.get(i);
            recorded.taken().add(new Taken(numbers.get(i), row.organisation(), row.name(), row.digest(), row.size()));
        }
    }

    private void tell(Sealed sealed, Instant now, Recorded recorded) {
        Arrival file = sealed.file();
        String digest = sealed.copy().digest();
        if (!file.known()) {
            String storedAs = Claims.last(sealed.stored()).toString();
            Quarantined row = new Quarantined(
                    file.folder(),
                    file.name(),
                    storedAs,
                    digest,
                    sealed.copy().size(),
                    "The folder is no known organisation's",
                    now);
            quarantine(row);
            recorded.quarantined().add(row);
        }
        if (sealed.restored()) {
            ledgers.operators()
                    .notice(new Notice(
                            now,
                            "SEALED_COPY_RESTORED",
                            null,
                            digest,
                            "The sealed copy of these bytes had been altered; a new delivery of the same bytes put it right."
                                    + " Find out who changed the archive"));
        }
    }

    void quarantine(Quarantined row) {
        ledgers.operators().quarantined(row);
        ledgers.operators()
                .notice(new Notice(
                        row.at(),
                        "QUARANTINE",
                        null,
                        row.folder() + "/" + row.name(),
                        row.reason() + "; kept as quarantine/" + row.storedAs()));
    }

    /** What a transaction recorded. */
    record Recorded(List<Taken> taken, List<Quarantined> quarantined) {
        Recorded() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }
}
