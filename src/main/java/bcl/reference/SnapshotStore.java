package bcl.reference;

import bcl.wire.Home;
import bcl.wire.MeterPoints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The index files of a home's snapshots: each is opened once, and built again from its CSV file if it is lost. */
final class SnapshotStore {
    private final Home home;
    private final IndexFolder indexes;
    private final Map<Long, SnapshotIndex> open = new HashMap<>();

    SnapshotStore(Home home) {
        this.home = home;
        this.indexes = new IndexFolder(home.snapshots());
    }

    IndexFolder indexes() {
        return indexes;
    }

    synchronized MeterPoints open(Snapshot snapshot) throws IOException {
        SnapshotIndex index = open.get(snapshot.id());
        if (index == null) {
            index = opened(snapshot);
            open.put(snapshot.id(), index);
        }
        return index;
    }

    /** Deletes the index files of all others, and what a killed run left; their memory goes when nobody uses them. */
    synchronized void keepOnly(List<Snapshot> snapshots) throws IOException {
        open.keySet().retainAll(snapshots.stream().map(Snapshot::id).toList());
        indexes.keepOnly(snapshots.stream()
                .map(each -> IndexFolder.nameOf(each.date(), each.digest()))
                .collect(Collectors.toSet()));
    }

    private SnapshotIndex opened(Snapshot snapshot) throws IOException {
        try {
            return indexes.open(snapshot.date(), snapshot.digest(), snapshot.rows());
        } catch (IndexDamaged damaged) {
            rebuild(snapshot, damaged);
            return indexes.open(snapshot.date(), snapshot.digest(), snapshot.rows());
        }
    }

    private void rebuild(Snapshot snapshot, IndexDamaged damaged) throws IOException {
        Path csv = home.reference().resolve(SnapshotFile.name(snapshot.date()));
        String lost = "The index of the snapshot of " + snapshot.date() + " " + damaged.getMessage() + ", and ";
        SourceFile source;
        try {
            source = SourceFile.look(csv);
        } catch (SourceUnreadable e) {
            throw new IOException(lost + csv.getFileName() + " cannot be read. Put it back into reference/.", e);
        }
        if (!source.digest().equals(snapshot.digest())) {
            throw new IOException(lost + csv.getFileName() + " has other bytes than when it was loaded. Put the first"
                    + " one back into reference/.");
        }
        if (indexes.build(source, snapshot.date(), 0) instanceof Attempt.NotDone<Long> refusal) {
            throw new IOException(
                    lost + "building it again failed. " + refusal.refused().describe());
        }
    }
}
