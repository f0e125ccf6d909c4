package bcl.drill;

import bcl.night.StopRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** An engine in a process of its own. Closing it kills it. For one thread. */
final class EngineProcess implements AutoCloseable {
    /** Spring Batch says so when a job starts. */
    private static final String AT_WORK = "launched with";

    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(2);

    private final Process process;
    private final Path log;
    private final long started = System.nanoTime();
    private @Nullable Duration untilWork;

    private final StopRequest stop;

    private EngineProcess(Process process, Path log, StopRequest stop) {
        this.process = process;
        this.log = log;
        this.stop = stop;
    }

    /**
     * Starts it.
     *
     * @param settings its environment, beside that of this process without what could be a setting of the engine
     * @param stop ends all waiting for it, and then the process
     */
    static EngineProcess start(List<String> line, Map<String, String> settings, Path log, StopRequest stop)
            throws IOException {
        ProcessBuilder command = new ProcessBuilder(line);
        command.environment().keySet().removeIf(EngineProcess::isSetting);
        command.environment().putAll(settings);
        command.redirectErrorStream(true).redirectOutput(log.toFile());
        return new EngineProcess(command.start(), log, stop);
    }

    private static boolean isSetting(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("SPRING") || upper.startsWith("BCL") || upper.startsWith("LOGGING");
    }

    /** Waits until that is so; false if the process ended, or was asked to end, without it. */
    boolean runsUntil(BooleanSupplier condition) {
        boolean met = false;
        while (!met && process.isAlive() && !stop.isRequested()) {
            isAtWork();
            met = condition.getAsBoolean();
            LockSupport.parkNanos(met ? 0 : LOOK);
        }
        return met;
    }

    boolean isAtWork() {
        if (untilWork == null && log().contains(AT_WORK)) {
            untilWork = Duration.ofNanos(System.nanoTime() - started);
        }
        return untilWork != null;
    }

    /** From the start to the first work, if that was seen. */
    @Nullable
    Duration untilWork() {
        return untilWork;
    }

    /** Kills it with SIGKILL after this time, if it has not ended by then: no hook runs, nothing is flushed. */
    void killAfter(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        runsUntil(() -> System.nanoTime() > end);
        close();
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        runsUntil(() -> false);
        if (stop.isRequested()) {
            close();
        }
        return process.waitFor();
    }

    /** A fault with where to read more, and the last words. */
    String told(String fault) {
        String last = log().lines().reduce("nothing was said", (before, line) -> line);
        return fault + " (" + log + "): " + last;
    }

    String log() {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
