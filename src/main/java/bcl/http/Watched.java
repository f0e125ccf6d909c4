package bcl.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A stream that is closed under its reader when nothing comes for too long: the client of the JDK would wait for ever. */
final class Watched extends FilterInputStream {
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(Watched::daemon);
    private final ScheduledFuture<?> looks;
    private volatile long waitsSince;
    private volatile boolean waits;

    Watched(InputStream in, Duration longest) {
        super(in);
        long every = Math.max(1, longest.toMillis() / 10);
        looks = watch.scheduleWithFixedDelay(() -> look(longest), every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** Time counts only while we wait: who reads slowly is no silent service. */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        waitsSince = System.nanoTime();
        waits = true;
        try {
            return super.read(bytes, offset, length);
        } finally {
            waits = false;
        }
    }

    private void look(Duration longest) {
        if (waits && System.nanoTime() - waitsSince > longest.toNanos()) {
            try {
                in.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        looks.cancel(true);
        watch.shutdownNow();
        super.close();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "service-watch");
        thread.setDaemon(true);
        return thread;
    }
}
