package bcl.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** {@link WaitingEngine} in a process of its own. */
final class HolderProcess implements AutoCloseable {
    private final Process process;
    private final Path home;

    private HolderProcess(Process process, Path home) {
        this.process = process;
        this.home = home;
    }

    /** Starts the command and waits until its channel is open and its work has begun. */
    static HolderProcess holding(Path home, String command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                WaitingEngine.class.getName()));
        line.addAll(List.of(command, "--home", home.toString()));
        if ("night".equals(command)) {
            line.addAll(List.of("--override-window", "test"));
        }
        Files.deleteIfExists(home.resolve("db").resolve("channel"));
        HolderProcess holder = new HolderProcess(
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("holder.log").toFile())
                        .start(),
                home);
        String mark = "started-" + Character.toUpperCase(command.charAt(0)) + command.substring(1) + "Request";
        await("the holder to start", () -> {
            if (!holder.process.isAlive()) {
                throw new IllegalStateException("The holder ended: " + holder.log());
            }
            return Files.exists(home.resolve(mark))
                    && Files.exists(home.resolve("db").resolve("channel"));
        });
        return holder;
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited a minute in vain for " + what);
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    void letGo() throws IOException {
        Files.writeString(home.resolve("let-go"), "");
    }

    /** SIGTERM, and the exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("The holder does not end: " + log());
        }
        return process.exitValue();
    }

    String log() {
        try {
            return Files.readString(home.resolve("holder.log"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
