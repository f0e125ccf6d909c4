package bcl.channel;

import bcl.commands.EngineException;
import bcl.wire.DiskTrouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The right to open a home's embedded database. The operating system takes it back when the process dies, however it dies. */
public final class HomeLock implements AutoCloseable {
    private final FileChannel file;

    private HomeLock(FileChannel file) {
        this.file = file;
    }

    /** Empty if another holds it, in this process or another. */
    public static Optional<HomeLock> tryTake(Path databaseFolder) {
        Path path = databaseFolder.resolve("engine.lock");
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locks(file)) {
                return Optional.of(new HomeLock(file));
            }
            file.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new EngineException("Cannot lock " + path + ": " + DiskTrouble.reason(e), e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new EngineException("Cannot release the home's lock: " + e.getMessage(), e);
        }
    }

    private static boolean locks(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this process has it
        }
    }
}
