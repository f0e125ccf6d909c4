package bcl.jobs;

import bcl.ledger.FileLedger;
import bcl.ledger.LedgerFile;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** One file, and those of its stream that wait for their turn before it: numbers are judged in their order. */
final class OneFile implements Share {
    private final Set<Long> files;

    private OneFile(Set<Long> files) {
        this.files = Set.copyOf(files);
    }

    static OneFile of(FileLedger ledger, long id) {
        LedgerFile file = ledger.get(id);
        Set<Long> files = new HashSet<>();
        files.add(id);
        ledger.notAnswered().stream()
                .filter(other -> WorkOrder.stream(other).equals(WorkOrder.stream(file)))
                .filter(other -> !file.isBegun() && WorkOrder.comesBefore(other, file))
                .forEach(other -> files.add(other.id()));
        return new OneFile(files);
    }

    @Override
    public boolean includes(LedgerFile file) {
        return files.contains(file.id());
    }

    @Override
    public boolean takeIn(NightReport report, BooleanSupplier stopped) {
        return false;
    }
}
