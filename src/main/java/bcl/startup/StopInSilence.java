package bcl.startup;

import bcl.night.StopRequest;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * When the process is asked to end and its server says nothing: what waits for the server is broken off after a short grace, and not
 * when its time limit is over, since whoever asks has less patience than that. A server that answers is left its time, so that the
 * files come to their border. What is broken off was not committed; if it was, the next run finds it so.
 */
final class StopInSilence implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StopInSilence.class);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final HikariDataSource database;
    private final StopRequest stop;
    private final CountDownLatch ended = new CountDownLatch(1);

    private StopInSilence(HikariDataSource database, StopRequest stop) {
        this.database = database;
        this.stop = stop;
    }

    /** Watches until it is closed. */
    static StopInSilence watch(HikariDataSource database, StopRequest stop) {
        StopInSilence watch = new StopInSilence(database, stop);
        start("stop", watch::look);
        return watch;
    }

    private void look() {
        try {
            while (!ended.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                if (stop.isRequested() && isSilent()) {
                    breakOff();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** It may fail at once and answer again, such as one that is starting. */
    private boolean isSilent() throws InterruptedException {
        long since = System.nanoTime();
        while (!answers()) {
            if (System.nanoTime() - since >= GRACE.toNanos()) {
                return true;
            }
            if (ended.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return false;
    }

    /** Asked on a thread of its own, since getting a connection and silence on it have limits that add up. */
    private boolean answers() throws InterruptedException {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        start("stop-ask", () -> answer.complete(ask()));
        try {
            return answer.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    private boolean ask() {
        try {
            new JdbcTemplate(new SilenceLimit(database, GRACE)).execute("select 1");
            return true;
        } catch (DataAccessException e) {
            return false;
        }
    }

    private void breakOff() {
        LOG.warn("The database does not answer: what waits for it is broken off, so that this process can end");
        // Closing the pool aborts its connections that are in use.
        database.close();
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
