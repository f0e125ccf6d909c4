package bcl.reference;

import bcl.wire.Home;
import bcl.wire.MeterPoints;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The organisations and the meter point snapshot that are in force (interface, section 9).
 *
 * <p>What is in force is told by the database and changes in one transaction, after the index file is safe on the disk: a crash
 * leaves the old or the new. A refused file changes nothing. Bad data is a {@link Refused}; an {@link IOException} says that the
 * disk failed, or that the index of a snapshot is lost and its CSV file is not there to build it again.
 *
 * <p>Safe for several threads. {@link #refresh} belongs to who runs the home's night, since it deletes files that no row names.
 */
public final class ReferenceData {
    private final Home home;
    private final ReferenceTables tables;
    private final SnapshotStore store;
    private final Loading loading;
    private volatile @Nullable Known known;

    /** The organisations that a load brought. */
    private record Known(long load, Organisations organisations) {}

    public ReferenceData(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Home home,
            ReferenceSettings settings,
            Supplier<Instant> clock) {
        this.tables = new ReferenceTables(jdbc);
        this.home = home;
        this.store = new SnapshotStore(home);
        this.loading = new Loading(tables, transactions, store.indexes(), settings, clock);
    }

    /**
     * Looks at the reference folder and loads what is new there: {@code organisations.csv}, and the newest snapshot if it is not
     * the one in force. Makes sure that the index of the one in force can be used, and deletes those that nobody needs.
     */
    public synchronized LoadReport refresh() throws IOException {
        store.keepOnly(tables.inUse());
        Folder folder = Folder.look(home.reference());
        List<Loaded> loaded = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (Attempt<Optional<Loaded>> attempt : loading.take(folder)) {
            if (attempt instanceof Attempt.Done<Optional<Loaded>> done) {
                done.value().ifPresent(loaded::add);
            } else if (attempt instanceof Attempt.NotDone<Optional<Loaded>> notDone) {
                refused.add(notDone.refused());
            }
        }
        Optional<Snapshot> inForce = tables.inForce();
        if (inForce.isPresent()) {
            store.open(inForce.get());
        }
        store.keepOnly(tables.inUse());
        boolean usable = inForce.isPresent() && tables.organisationsLoad().isPresent();
        return new LoadReport(loaded, refused, usable);
    }

    /** Those in force now; none before the first load. One small query when nothing changed. */
    public Organisations organisations() {
        long load = tables.organisationsLoad().map(ReferenceTables.Load::id).orElse(0L);
        Known present = known;
        if (present == null || present.load() != load) {
            present = new Known(load, new Organisations(tables.organisations()));
            known = present;
        }
        return present.organisations();
    }

    /** The snapshot in force, which a file that is begun now is checked against to its end. */
    public Optional<Snapshot> inForce() {
        return tables.inForce();
    }

    /** The date of a snapshot that was loaded once, whether or not its meter points are still there. */
    public LocalDate dateOf(long snapshotId) {
        return snapshot(snapshotId).date();
    }

    /** The meter points of a snapshot that was loaded once; opened once and shared. An unknown id is a mistake in the program. */
    public MeterPoints open(long snapshotId) throws IOException {
        return store.open(snapshot(snapshotId));
    }

    private Snapshot snapshot(long id) {
        return tables.snapshot(id).orElseThrow(() -> new IllegalArgumentException("No snapshot has the id " + id));
    }
}
