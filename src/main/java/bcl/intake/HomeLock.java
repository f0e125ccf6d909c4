package bcl.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Lets one intake at a time work on a home: among the threads of this process by a lock in memory, among processes by one of the
 * operating system, which a killed process gives back. Where a shared file system has no locks nothing goes wrong either: the
 * claims keep two intakes apart; they only disturb each other.
 *
 * <p>A process that has the lock writes to its file every few seconds. So one that works long is waited for as long as it takes, and
 * one that was stopped is not.
 */
final class HomeLock {
    private static final Map<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();
    /** What was last seen of whoever keeps a lock from us; stays after we gave up, so that the next try does so sooner. */
    private static final Map<Path, Sign> SEEN = new ConcurrentHashMap<>();

    private static final Duration LOOK = Duration.ofMillis(100);
    /** How many signs are given within the time for which one is waited for. */
    private static final int SIGNS = 6;

    private static final ScheduledExecutorService GIVES_SIGNS = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "inbound-lock");
        thread.setDaemon(true);
        return thread;
    });

    private record Sign(FileTime mark, long since) {}

    private HomeLock() {}

    /**
     * @throws StandsStill if another process that has the lock gave no sign of life for too long; nothing was done
     * @throws Stopped if it was stopped while it waited; nothing was done
     */
    static IntakeReport during(Path folder, Patience patience, Work work) throws IOException, InterruptedException {
        Path place = folder.toRealPath();
        ReentrantLock mine = IN_PROCESS.computeIfAbsent(place, path -> new ReentrantLock());
        while (!mine.tryLock(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            patience.check(folder);
        }
        Path lock = folder.resolve(".lock");
        try (FileChannel held = take(lock, place, patience)) {
            long pause = Math.max(1, patience.length().toMillis() / SIGNS);
            ScheduledFuture<?> signs =
                    GIVES_SIGNS.scheduleAtFixedRate(() -> giveSign(held), pause, pause, TimeUnit.MILLISECONDS);
            try {
                return work.whileHeld(held);
            } finally {
                signs.cancel(false);
            }
        } finally {
            mine.unlock();
        }
    }

    private static FileChannel take(Path lock, Path place, Patience patience) throws IOException, InterruptedException {
        long tries = Math.max(1, patience.length().dividedBy(LOOK) / SIGNS);
        for (long i = 0; ; i++) {
            // Opened anew each time, since that is when a network file system asks for the time of modification.
            FileChannel file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(file)) {
                SEEN.remove(place);
                return file;
            }
            if (isStill(lock, place, patience.length()) && i >= tries) {
                throw new StandsStill(lock);
            }
            patience.check(lock);
            Thread.sleep(LOOK.toMillis());
        }
    }

    private static boolean isTaken(FileChannel file) throws IOException {
        boolean taken = false;
        try {
            taken = file.tryLock() != null;
            return taken;
        } finally {
            if (!taken) {
                file.close();
            }
        }
    }

    private static boolean isStill(Path lock, Path place, Duration patience) throws IOException {
        FileTime mark = Files.getLastModifiedTime(lock);
        long now = System.nanoTime();
        Sign seen = SEEN.compute(
                place, (key, before) -> before != null && before.mark().equals(mark) ? before : new Sign(mark, now));
        return now - seen.since() >= patience.toNanos();
    }

    /**
     * Over the channel that has the lock: to close another one of the same file would give the lock back. A sign that fails is the
     * last one, and then others wait as for a process that stands still.
     */
    private static void giveSign(FileChannel held) {
        try {
            held.write(ByteBuffer.wrap(new byte[] {'.'}), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How long is waited.
     *
     * @param length how long a process that has the lock may go without a sign of life
     * @param stopped whether whoever waits has been asked to end
     */
    record Patience(Duration length, BooleanSupplier stopped) {
        private void check(Path lock) throws Stopped {
            if (stopped.getAsBoolean()) {
                throw new Stopped(lock);
            }
        }
    }

    /** What is done under the lock. */
    @FunctionalInterface
    interface Work {
        IntakeReport whileHeld(FileChannel held) throws IOException, InterruptedException;
    }

    /** Whoever waited for the lock was asked to end. */
    static final class Stopped extends FileSystemException {
        private static final long serialVersionUID = 1L;

        Stopped(Path lock) {
            super(lock.toString(), null, "stopped while another intake was waited for");
        }
    }

    /** Another process has the lock and gives no sign of life. */
    static final class StandsStill extends FileSystemException {
        private static final long serialVersionUID = 1L;

        StandsStill(Path lock) {
            super(lock.toString(), null, "another process that takes files stands still");
        }
    }
}
