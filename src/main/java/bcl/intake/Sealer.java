package bcl.intake;

import bcl.intake.Disk.Copied;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

/** Seals one file: copies it, claims it, and gives the copy its final name. See {@link Intake} for the protocol. Thread-safe. */
final class Sealer {
    private final Home home;
    private final Disk disk;
    private final Claims claims;

    Sealer(Home home, Disk disk, Claims claims) {
        this.home = home;
        this.disk = disk;
        this.claims = claims;
    }

    /** Where copies lie until they have their name; emptied at the start of every look. */
    static Path unfinished(Home home) {
        return home.archive().resolve(".sealing");
    }

    Sealing seal(Arrival file, String claim) {
        // Beside its target, which may lie on a volume of its own: a copy gets its name by renaming.
        Path folder = file.known() ? unfinished(home) : QuarantineFolder.unfinished(home);
        Path copy = folder.resolve(UUID.randomUUID().toString());
        try {
            if (!file.known()) {
                disk.makeFolder(folder);
            }
            Copied copied = disk.copy(file.path(), copy);
            if (copied.size() != file.entry().size() || !disk.entry(file.path()).equals(file.entry())) {
                disk.delete(copy);
                return new Sealing.Changed(file);
            }
            return claim(file, claim, copy, copied);
        } catch (IOException | RuntimeException e) {
            return failed(file, copy, e);
        }
    }

    private Sealing claim(Arrival file, String claim, Path copy, Copied copied) throws IOException {
        Path held = claims.hold(claim, file);
        try {
            if (!disk.entry(held).equals(file.entry())) {
                disk.moveIfFree(held, file.path());
                disk.delete(copy);
                return new Sealing.Changed(file);
            }
            Path stored = placeOf(file, copied.digest());
            return new Sealing.Sealed(file, copied, held, stored, store(copy, stored, copied));
        } catch (IOException | RuntimeException e) {
            giveBack(held, file, e);
            throw e;
        }
    }

    private Path placeOf(Arrival file, String digest) {
        return file.known() ? home.sealed(digest) : home.quarantine().resolve(QuarantineName.of(digest, file.name()));
    }

    /** Whether a copy of these bytes was there but had been altered, and is now as it should be. */
    private boolean store(Path copy, Path stored, Copied copied) throws IOException {
        disk.makeFolder(Claims.parent(stored));
        boolean there = exists(stored);
        if (there && disk.entry(stored).isFile() && disk.digest(stored).equals(copied.digest())) {
            disk.delete(copy);
            return false;
        }
        disk.move(copy, stored);
        return there;
    }

    private boolean exists(Path path) throws IOException {
        try {
            return disk.entry(path).size() >= 0;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private void giveBack(Path held, Arrival file, Exception cause) {
        try {
            disk.moveIfFree(held, file.path());
        } catch (IOException | RuntimeException e) {
            cause.addSuppressed(e); // the next look settles the claim
        }
    }

    private Sealing failed(Arrival file, Path copy, Exception cause) {
        try {
            disk.delete(copy);
            if (cause instanceof NoSuchFileException && !exists(file.path())) {
                return new Sealing.Vanished(file);
            }
        } catch (IOException | RuntimeException e) {
            cause.addSuppressed(e);
        }
        return new Sealing.Failed(file, cause);
    }
}
