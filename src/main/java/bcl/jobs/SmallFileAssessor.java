package bcl.jobs;

import bcl.ledger.LedgerFile;
import bcl.night.UkTime;
import bcl.parsing.GroupReader;
import bcl.parsing.Part;
import bcl.parsing.RawGroup;
import bcl.parsing.ScannedFile;
import bcl.parsing.StructureScan;
import bcl.validation.Assessed;
import bcl.validation.FileContext;
import bcl.wire.MeterPoints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and assesses a small file from its sealed copy. A failure of the engine becomes a value, so that the file alone is held
 * and the others of its chunk go on. Thread-safe.
 */
final class SmallFileAssessor {
    private final Stores stores;
    private final FileTurn turn;
    private final SealedCheck sealed;
    private final MeterPoints points;

    SmallFileAssessor(Stores stores, FileTurn turn, SealedCheck sealed, MeterPoints points) {
        this.stores = stores;
        this.turn = turn;
        this.sealed = sealed;
        this.points = points;
    }

    SmallFile assess(LedgerFile file) {
        if (file.size() > turn.limits().fileSize()) {
            return new SmallFile(file, null, List.of(), null);
        }
        try {
            sealed.check(file);
            Path copy = stores.home().sealed(file.digest());
            ScannedFile scanned =
                    new StructureScan(Integer.MAX_VALUE, turn.limits().contactsPerFile()).scan(copy);
            boolean read = turn.isWorthReading(file, scanned.structure());
            List<Assessed> contacts = read ? assess(file, copy, scanned) : List.of();
            return new SmallFile(file, scanned.structure(), contacts, null);
        } catch (IOException | RuntimeException e) {
            return new SmallFile(file, null, List.of(), Failures.describe(file, e));
        }
    }

    private List<Assessed> assess(LedgerFile file, Path copy, ScannedFile scanned) throws IOException {
        FileContext context = new FileContext(turn.owner(file), UkTime.localDate(file.receivedAt()), turn.limits());
        Assessor assessor = new Assessor(context, scanned.plan(), points);
        List<Assessed> contacts = new ArrayList<>(scanned.plan().groups());
        for (Part part : scanned.plan().parts()) {
            try (GroupReader groups =
                    GroupReader.open(copy, part, scanned.plan().trailerLine())) {
                for (RawGroup group = groups.next(); group != null; group = groups.next()) {
                    contacts.add(assessor.assess(group));
                }
            }
        }
        return contacts;
    }
}
