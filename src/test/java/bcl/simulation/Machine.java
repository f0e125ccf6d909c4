package bcl.simulation;

import bcl.service.BareEngine;
import bcl.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.batch.core.scope.context.JobSynchronizationManager;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;

/** Database, disk and clock of a home, and the engine's processes on them, one after the other. To be closed. */
final class Machine implements AutoCloseable {
    private static final Duration RESTART = Duration.ofSeconds(20);

    final Path root;
    final TestDatabase database;
    final SimClock clock;
    final Points points;
    final Platter platter;
    private final Random random;
    private final int filesAClaim;
    private final Runnable onDeath;
    private int nodes;
    private Running running;

    /** What one machine is like. */
    record Make(Platter disk, TestDatabase database, SimClock clock, long seed, int filesAClaim) {}

    /** A process of the engine; {@code engine} is null until it has started. */
    private static final class Running {
        final Node node;
        final SimDataSource connections;
        final SimFileSystem files;
        BareEngine engine;

        Running(Node node, SimDataSource connections, SimFileSystem files) {
            this.node = node;
            this.connections = connections;
            this.files = files;
        }
    }

    /** @param onDeath what is to be looked at when a process has died, before the next one starts */
    Machine(Make make, Runnable onDeath) {
        this.root = make.disk().root();
        this.database = make.database();
        this.clock = make.clock();
        this.points = new Points(clock);
        this.platter = make.disk();
        this.random = new Random(make.seed());
        this.filesAClaim = make.filesAClaim();
        this.onDeath = onDeath;
    }

    /** Work of an engine, started if none runs; null if it died in the middle. */
    <T> T perform(Function<BareEngine, T> work) {
        if (running == null) {
            running = newProcess();
        }
        Running mine = running;
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        CountDownLatch stopped = mine.node.begin();
        AtomicReference<Throwable> interrupted = new AtomicReference<>();
        Thread thread = thread(() -> run(mine, work, result, failure), interrupted);
        thread.start();
        await(stopped);
        if (mine.node.isFrozen()) {
            standStill(mine, work, thread, result);
        } else {
            join(thread);
        }
        if (interrupted.get() != null) {
            throw new AssertionError("somebody interrupted the engine", interrupted.get());
        }
        return after(mine, result, failure.get());
    }

    /** Nobody has a reason to interrupt the engine: who does it is to be known. */
    private static Thread thread(Runnable work, AtomicReference<Throwable> interrupted) {
        return new Thread(work, "engine") {
            @Override
            public void interrupt() {
                interrupted.set(new Exception("by " + Thread.currentThread()));
                super.interrupt();
            }
        };
    }

    private <T> T after(Running mine, AtomicReference<T> result, Throwable failure) {
        boolean neverStarted = mine.engine == null && !points.faulty().isEmpty();
        if (mine.node.isDead() || neverStarted) {
            bury(mine);
            return null;
        }
        if (failure != null && !mine.node.isFrozen()) {
            throw new AssertionError("the engine threw what it should not at " + points.faulty(), failure);
        }
        return result.get();
    }

    /** Another process takes over and does the same; then the first one wakes up and finds what it finds. */
    private <T> void standStill(Running mine, Function<BareEngine, T> work, Thread thread, AtomicReference<T> result) {
        mine.connections.hangUpTransactions();
        running = newProcess();
        T other = null;
        while (other == null) {
            other = perform(work);
        }
        mine.node.thaw();
        join(thread);
        mine.connections.hangUp();
        if (mine.engine != null) {
            mine.engine.close();
        }
        result.set(other);
    }

    private <T> void run(
            Running mine, Function<BareEngine, T> work, AtomicReference<T> result, AtomicReference<Throwable> failure) {
        try {
            if (mine.engine == null) {
                mine.engine = BareEngine.start(ports(mine), root, filesAClaim);
            }
            result.set(work.apply(mine.engine));
        } catch (RuntimeException | Error e) {
            failure.set(e);
        } finally {
            forgetExecutions();
            mine.node.ended();
        }
    }

    /**
     * Spring Batch keeps the executions that are under way in static maps, by their ids, and forgets none that an error ended: it would
     * give what died with this process to one of the same id on another run's database, and end that as stopped.
     */
    private static void forgetExecutions() {
        while (StepSynchronizationManager.getContext() != null) {
            StepSynchronizationManager.close();
        }
        while (JobSynchronizationManager.getContext() != null) {
            JobSynchronizationManager.close();
        }
    }

    private BareEngine.Ports ports(Running mine) {
        return new BareEngine.Ports(mine.connections, mine.files.sim(root), mine.node, duration -> {
            mine.node.requireAlive();
            clock.advance(duration);
            // Whoever has the lease stands still or is dead.
            database.jdbc()
                    .sql("update lease set expires_at = current_timestamp")
                    .update();
        });
    }

    private Running newProcess() {
        Node node = new Node(points, clock);
        return new Running(
                node, new SimDataSource(database.dataSource(), node), new SimFileSystem(++nodes, node, platter));
    }

    private void bury(Running dead) {
        dead.connections.hangUp();
        if (dead.engine != null) {
            dead.engine.close();
        }
        if (dead.node.death().takesPower() && running == dead) {
            try {
                platter.powerLoss(random);
            } catch (IOException e) {
                throw new IllegalStateException("the real disk failed", e);
            }
        }
        if (running == dead) {
            running = null;
        }
        clock.advance(RESTART);
        onDeath.run();
    }

    /** Ends the process in an orderly way, so that the next command starts another one. */
    void restart() {
        if (running != null) {
            if (running.engine != null) {
                running.engine.close();
            }
            running.connections.hangUp();
            running = null;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        restart();
        database.close();
        for (Path folder : new Path[] {root, platter.limbo()}) {
            try (var all = Files.walk(folder)) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
