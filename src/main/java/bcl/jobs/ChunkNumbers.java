package bcl.jobs;

import bcl.ledger.LedgerFile;
import bcl.ledger.StreamState;
import bcl.wire.FileName;
import bcl.wire.StreamName;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbers that the files of a chunk ask about, looked up at once; a file sees what earlier files of its chunk used. What was
 * used is recorded by {@link #record} at the end. Part of the transaction of the caller, for one thread.
 */
final class ChunkNumbers implements NumberCheck.Numbers {
    private final Stores stores;
    private final Map<FileName, LedgerFile> used;
    private final Map<StreamName, StreamState> found;
    private final Map<StreamName, StreamState> now;

    ChunkNumbers(Stores stores, Collection<LedgerFile> files) {
        this.stores = stores;
        var names = files.stream()
                .flatMap(file -> Stream.ofNullable(file.fileName()))
                .collect(Collectors.toSet());
        used = stores.files().chunks().thatUsed(names);
        found = stores.streams().inbound(names.stream().map(FileName::stream).collect(Collectors.toSet()));
        now = new HashMap<>(found);
    }

    @Override
    public Optional<LedgerFile> thatUsed(FileName name) {
        return Optional.ofNullable(used.get(name));
    }

    @Override
    public StreamState inbound(StreamName name) {
        return Objects.requireNonNull(now.get(name), "every stream of the chunk was looked up");
    }

    @Override
    public void use(LedgerFile file, StreamState from, int lastNumber) {
        used.put(Objects.requireNonNull(file.fileName(), "a file that uses a number has one"), file);
        now.put(from.name(), new StreamState(from.name(), lastNumber, false, from.resets()));
    }

    /** Guarded by the streams as they were found. */
    void record() {
        Map<StreamState, Integer> changed = new LinkedHashMap<>();
        found.forEach((name, before) -> {
            StreamState after = inbound(name);
            if (!after.equals(before)) {
                changed.put(before, after.lastNumber());
            }
        });
        stores.streams().used(changed);
    }
}
