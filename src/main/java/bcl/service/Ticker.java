package bcl.service;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again on a thread of its own, with the same pause after each time. What it throws ends one time only. */
final class Ticker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final Duration pause;
    private final Task task;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private String told = "";

    /** What is done. */
    @FunctionalInterface
    interface Task {
        void run() throws InterruptedException;
    }

    private Ticker(String name, Duration pause, Task task) {
        this.name = name;
        this.pause = pause;
        this.task = task;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    static Ticker start(String name, Duration pause, Task task) {
        Ticker ticker = new Ticker(name, pause, task);
        ticker.thread.start();
        return ticker;
    }

    private void run() {
        try {
            do {
                once();
            } while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() throws InterruptedException {
        try {
            task.run();
            told = "";
        } catch (RuntimeException e) {
            String failure = e.getClass().getSimpleName();
            if (!failure.equals(told)) {
                LOG.warn("The service's {} failed, and is tried again: {}", name, failure);
                LOG.debug("Failed", e);
            }
            told = failure;
        }
    }

    /** Waits a while for the time that goes on. Never by an interrupt: the embedded database closes its file when it meets one. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
