package bcl.jobs;

import bcl.ledger.FileLook;
import bcl.ledger.LedgerFile;
import bcl.ledger.WorkLedger;
import bcl.night.UkTime;
import bcl.parsing.StructureScan;
import bcl.reference.Organisations;
import bcl.validation.FileCheck;
import bcl.validation.FileFacts;
import bcl.wire.FileFinding;
import bcl.wire.FileStructure;
import bcl.wire.Limits;
import bcl.wire.Organisation;
import bcl.wire.Reason;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into files that wait for the night: how many contacts they seem to hold, and whether they will be rejected as a whole. It
 * decides nothing. Belongs to one thread.
 */
public final class FirstLooks {
    private static final Logger LOG = LoggerFactory.getLogger(FirstLooks.class);
    private static final int AT_ONCE = 100;

    private final Stores stores;
    private final WorkLedger work;
    private final NightSettings settings;
    private final Limits limits;
    private final Set<Long> unreadable = new HashSet<>();

    public FirstLooks(Stores stores, WorkLedger work, NightSettings settings, Limits limits) {
        this.stores = stores;
        this.work = work;
        this.settings = settings;
        this.limits = limits;
    }

    /** Looks into the next files that nobody has looked into, at most a hundred; how many they were. */
    public int look(Organisations organisations) {
        int looked = 0;
        for (LedgerFile file : work.notLookedInto(AT_ONCE + unreadable.size())) {
            Optional<Organisation> owner = organisations.find(file.organisation());
            if (owner.isPresent() && !unreadable.contains(file.id())) {
                look(file, owner.get());
                looked++;
            }
        }
        return looked;
    }

    private void look(LedgerFile file, Organisation owner) {
        try {
            FileStructure structure = file.size() > limits.fileSize() ? null : scan(file);
            List<Reason> reasons = FileCheck.check(facts(file, owner), structure).stream()
                    .map(FileFinding::reason)
                    .toList();
            work.looked(new FileLook(
                    file.id(),
                    structure == null ? 0 : structure.groups(),
                    reasons,
                    stores.clock().now()));
            if (reasons.isEmpty()) {
                LOG.info(
                        "File {} waits for the night: {} contacts",
                        file.id(),
                        structure == null ? 0 : structure.groups());
            } else {
                LOG.info("File {} waits for the night, which will reject it: {}", file.id(), reasons);
            }
        } catch (IOException e) {
            unreadable.add(file.id());
            LOG.warn("The sealed copy of file {} cannot be read; the night will hold it: {}", file.id(), e.toString());
        }
    }

    private @Nullable FileStructure scan(LedgerFile file) throws IOException {
        return new StructureScan(settings.contactsPerPart(), limits.contactsPerFile())
                .scan(stores.home().sealed(file.digest()))
                .structure();
    }

    private FileFacts facts(LedgerFile file, Organisation owner) {
        return new FileFacts(file.fileName(), owner, UkTime.localDate(file.receivedAt()), null, limits);
    }
}
