package bcl.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several threads that wait for the disk, so that it can write for many files at once. */
final class Sealers implements AutoCloseable {
    private final ExecutorService threads;
    private final Sealer sealer;
    private final Disk disk;

    Sealers(int count, Sealer sealer, Disk disk) {
        this.threads = Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, "intake-sealer");
            thread.setDaemon(true);
            return thread;
        });
        this.sealer = sealer;
        this.disk = disk;
    }

    /** In the order of the files. */
    List<Sealing> seal(List<Arrival> files, String claim) throws InterruptedException {
        List<Callable<Sealing>> work = new ArrayList<>();
        files.forEach(file -> work.add(() -> sealer.seal(file, claim)));
        List<Sealing> done = new ArrayList<>();
        for (Future<Sealing> each : threads.invokeAll(work)) {
            try {
                done.add(each.get());
            } catch (ExecutionException e) {
                throw unexpected(e);
            }
        }
        return done;
    }

    void sync(List<Path> folders) throws IOException, InterruptedException {
        List<Callable<Path>> work = new ArrayList<>();
        folders.forEach(folder -> work.add(() -> {
            disk.sync(folder);
            return folder;
        }));
        await(work, "a folder could not be written to the disk: ");
    }

    void delete(List<Path> files) throws IOException, InterruptedException {
        List<Callable<Path>> work = new ArrayList<>();
        files.forEach(file -> work.add(() -> {
            disk.delete(file);
            return file;
        }));
        await(work, "a file could not be deleted: ");
    }

    private void await(List<Callable<Path>> work, String what) throws IOException, InterruptedException {
        for (Future<Path> each : threads.invokeAll(work)) {
            try {
                each.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException cause) {
                    throw new IOException(what + cause.getMessage(), cause);
                }
                throw unexpected(e);
            }
        }
    }

    private static RuntimeException unexpected(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("a sealer failed", e.getCause());
    }

    /** Waits for the threads: none may touch the home once its lock is gone. */
    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
