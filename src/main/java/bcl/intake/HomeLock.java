package bcl.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one intake at a time work on a home: among the threads of this process by a lock in memory, among processes by one of the
 * operating system, which a killed process gives back. Where a shared file system has no locks nothing goes wrong either: the
 * claims keep two intakes apart; they only disturb each other.
 */
final class HomeLock {
    private static final Map<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();

    private HomeLock() {}

    static IntakeReport during(Path folder, Work work) throws IOException, InterruptedException {
        ReentrantLock mine = IN_PROCESS.computeIfAbsent(folder.toRealPath(), path -> new ReentrantLock());
        mine.lockInterruptibly();
        try (FileChannel file =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = file.lock()) {
            return work.whileHeld(held);
        } finally {
            mine.unlock();
        }
    }

    /** What is done under the lock. */
    @FunctionalInterface
    interface Work {
        IntakeReport whileHeld(FileLock held) throws IOException, InterruptedException;
    }
}
