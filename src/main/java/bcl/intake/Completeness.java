package bcl.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judges whether a file is complete (docs/commands.md, "When a file is complete"). The time of the last change is that of the
 * last modification. If that lies in the future it is the last change of status, and if that does too, it is when this engine
 * first saw the file as it is: so no clock, wrong here or there, keeps a file for ever.
 */
final class Completeness {
    private final Disk disk;
    private final IntakeSettings settings;
    private final Uploads uploads;
    private final Map<Path, Sight> sights = new ConcurrentHashMap<>();

    Completeness(Disk disk, IntakeSettings settings, Uploads uploads) {
        this.disk = disk;
        this.settings = settings;
        this.uploads = uploads;
    }

    /** Empty if the file is complete, else when it is if it does not change before. */
    Optional<Instant> waitsUntil(Path file, Entry entry, Instant now) throws IOException {
        Instant changed = lastChange(file, entry, now);
        Instant incomplete = changed.plus(settings.incompleteAfter());
        if (!now.isBefore(incomplete)) {
            return Optional.empty();
        }
        Instant quiet = changed.plus(settings.quietPeriod());
        return switch (uploads.of(file)) {
            case OPEN -> Optional.of(incomplete);
            case CLOSED -> hasTrailer(file, entry) ? Optional.empty() : Optional.of(incomplete);
            case UNKNOWN -> {
                if (now.isBefore(quiet)) {
                    yield Optional.of(quiet);
                }
                yield hasTrailer(file, entry) ? Optional.empty() : Optional.of(incomplete);
            }
        };
    }

    /** Forgets all files but these. */
    void forgetAllBut(Set<Path> seen) {
        sights.keySet().retainAll(seen);
    }

    private boolean hasTrailer(Path file, Entry entry) throws IOException {
        return LastLine.isTrailer(disk.tail(file, LastLine.TAIL), entry.size() <= LastLine.TAIL);
    }

    private Instant lastChange(Path file, Entry entry, Instant now) throws IOException {
        if (!entry.modified().isAfter(now)) {
            return entry.modified();
        }
        Instant changed = disk.lastStatusChange(file);
        if (!changed.isAfter(now)) {
            return changed;
        }
        Sight sight = sights.merge(
                file,
                new Sight(entry, now),
                (old, seen) -> old.entry().equals(entry) && !old.at().isAfter(now) ? old : seen);
        return sight.at();
    }

    /** A file as it was when it was first seen so. */
    private record Sight(Entry entry, Instant at) {}
}
