package bcl.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Java program in a process of its own, on the class path of this one. Closing it kills it. */
final class EngineProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(Long.getLong("bcl.patience", 120));

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern HTTP_PORT = Pattern.compile("HTTP on port (\\d+)");

    private final Process process;
    private final Path log;

    private EngineProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** {@code bcl.Main night} outside any window. */
    static EngineProcess night(Path home) throws IOException {
        return start(home, "bcl.Main", "night", "--home", home.toString(), "--override-window", "crash test");
    }

    /** {@code bcl.Main serve}; it must have ports of its own, see {@link bcl.testsupport.Served}. */
    static EngineProcess serve(Path home) throws IOException {
        return start(home, "bcl.Main", "serve", "--home", home.toString());
    }

    static EngineProcess start(Path folder, String main, String... arguments) throws IOException {
        return start(folder, List.of(), main, arguments);
    }

    /** @param before words before the command that starts Java, such as another program that then starts it */
    static EngineProcess start(Path folder, List<String> before, String main, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(before);
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-Dlogging.config=classpath:logback.xml",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main));
        line.addAll(List.of(arguments));
        Path log = Files.createTempFile(folder, "process-", ".log");
        return new EngineProcess(
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
    }

    /** Whether it ended by itself within that time. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for a word in its log; false if it ended without it. */
    boolean says(String word) {
        while (process.isAlive() && !log().contains(word)) {
            LockSupport.parkNanos(5_000_000);
        }
        return process.isAlive();
    }

    /** SIGKILL: no hook runs, nothing is flushed. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** SIGSTOP: it stands still, and does not know it. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** SIGCONT. */
    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        if (new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor()
                != 0) {
            throw new IOException("no process " + process.pid() + " to signal");
        }
    }

    /** What a service says of its health, and the status code before it; {@code 0} while nobody answers. */
    String health() {
        return get("/actuator/health");
    }

    /** A figure of a service; -1 while it is not told. */
    long metric(String name) {
        return get("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> (long) Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(-1L);
    }

    private String get(String path) {
        Matcher port = HTTP_PORT.matcher(log());
        if (!port.find()) {
            return "0";
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.group(1) + path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            return "0 " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "0 " + e;
        }
    }

    /** The lines of its log with this text in them. */
    List<String> lines(String text) {
        return log().lines().filter(line -> line.contains(text)).toList();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The process does not end: " + log());
        }
        return process.exitValue();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for something that this process brings about, and asks so often that no moment is missed. */
    void await(String what, BooleanSupplier condition) {
        await(what, Duration.ofMillis(5), condition);
    }

    /** As {@link #await}, for what lasts and costs something to ask. */
    void awaitState(String what, BooleanSupplier condition) {
        await(what, Duration.ofMillis(100), condition);
    }

    private void await(String what, Duration pause, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError("Waited in vain for " + what + ": " + log());
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
