package bcl.intake;

import bcl.intake.IntakeReport.Taken;
import bcl.intake.Sealing.Sealed;
import bcl.ledger.NewFile;
import bcl.ledger.Notice;
import bcl.ledger.Quarantined;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Records sealed files, all of a claim in one transaction. */
final class Recorder {
    private final IntakeLedgers ledgers;

    Recorder(IntakeLedgers ledgers) {
        this.ledgers = ledgers;
    }

    /** Fills {@code recorded} within the transaction: what it holds is true only if that was committed. */
    void record(String claim, List<Sealed> files, Instant now, Recorded recorded) {
        ledgers.transaction().executeWithoutResult(status -> {
            ledgers.claims().record(claim, now);
            for (Sealed file : files) {
                one(file, now, recorded);
            }
        });
    }

    private void one(Sealed sealed, Instant now, Recorded recorded) {
        Arrival file = sealed.file();
        String digest = sealed.copy().digest();
        long size = sealed.copy().size();
        if (file.known()) {
            long number = ledgers.files().take(new NewFile(file.folder(), file.name(), digest, size, now));
            recorded.taken().add(new Taken(number, file.folder(), file.name(), digest, size));
        } else {
            String storedAs = Claims.last(sealed.stored()).toString();
            Quarantined row = new Quarantined(
                    file.folder(), file.name(), storedAs, digest, size, "The folder is no known organisation's", now);
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
