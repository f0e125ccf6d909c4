package bcl.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A running {@code serve}, which is asked for what its users ask it for. */
final class Service implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(1);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final Path home;
    private final int port;

    private Service(Process process, Path home, int port) {
        this.process = process;
        this.home = home;
        this.port = port;
    }

    /** Starts it, without SFTP, and waits until it answers. */
    static Service start(Fork fork, Map<String, String> environment, Path home) throws IOException, InterruptedException {
        int port = freePort();
        Map<String, String> all = new HashMap<>(environment);
        all.put("BCL_HTTP_PORT", Integer.toString(port));
        all.put("BCL_SFTP_ENABLED", "false");
        // Within its window a service would begin a night by itself, and refuse the one that is asked for.
        LocalTime farFromNow = LocalTime.now(ZoneId.of("Europe/London")).plusHours(12).truncatedTo(ChronoUnit.MINUTES);
        all.put("BCL_WINDOW_OPENS", farFromNow.toString());
        all.put("BCL_WINDOW_CLOSES", farFromNow.plusHours(1).toString());
        Service service = new Service(fork.start(all, "serve", "--home", home.toString()), home, port);
        long giveUp = System.nanoTime() + START.toNanos();
        while (!service.answers()) {
            if (System.nanoTime() > giveUp || !service.process.isAlive()) {
                service.close();
                throw new IOException("serve does not answer; see the log");
            }
            Thread.sleep(100);
        }
        return service;
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private boolean answers() throws IOException, InterruptedException {
        try {
            return Files.exists(token()) && post(List.of("status")).statusCode() == 200;
        } catch (ConnectException e) {
            return false;
        }
    }

    /** Has a command carried out, and waits for its end. */
    void command(String... arguments) throws IOException, InterruptedException {
        HttpResponse<String> response = post(List.of(arguments));
        if (!response.body().matches("(?s).*\"exitCode\"\\s*:\\s*0\\b.*")) {
            throw new IOException(List.of(arguments) + " was answered " + response.body());
        }
    }

    private HttpResponse<String> post(List<String> arguments) throws IOException, InterruptedException {
        String words = arguments.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(","));
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/commands"))
                        .header("Authorization", "Bearer " + Files.readString(token()).strip())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"arguments\":[" + words + "]}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private Path token() {
        return home.resolve("db/api-token");
    }

    /** CPU seconds so far. */
    double cpu() throws IOException {
        return Cpu.ofTree(process.pid());
    }

    /** What it has used since, and the memory that it holds now. */
    Used used(double before) throws IOException {
        return Used.now(process.pid(), cpu() - before);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
    }
}
