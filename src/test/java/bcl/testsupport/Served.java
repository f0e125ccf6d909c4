package bcl.testsupport;

import bcl.commands.ExitCode;
import bcl.night.StopRequest;
import bcl.night.UkTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A service on a home, on a thread of this process. Closing it is its SIGTERM. */
public final class Served implements AutoCloseable {
    private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm");

    private final EngineHome home;
    private final int port;
    private final StopRequest stop = new StopRequest();
    private final CompletableFuture<EngineHome.Result> result;

    private Served(EngineHome home, int port) {
        this.home = home;
        this.port = port;
        result = CompletableFuture.supplyAsync(
                () -> home.run(stop, "serve", "--home", home.root().toString()));
    }

    /** Starts to serve; the setting of the port is that of the last one who started. */
    public static Served start(EngineHome home) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        home.replace("bcl.http.port", Integer.toString(port));
        home.replace("bcl.sftp.port", "0");
        return new Served(home, port);
    }

    /** Sets the window so that it is open now, for hours. */
    public static void openWindow(EngineHome home) throws IOException {
        window(home, Duration.ofHours(-2), Duration.ofHours(6));
    }

    /** Sets the window so that it opens hours from now. */
    public static void closedWindow(EngineHome home) throws IOException {
        window(home, Duration.ofHours(4), Duration.ofHours(8));
    }

    private static void window(EngineHome home, Duration opens, Duration closes) throws IOException {
        Instant now = Instant.now();
        home.set("bcl.window.opens", HOURS.format(UkTime.localTime(now.plus(opens))));
        home.set("bcl.window.closes", HOURS.format(UkTime.localTime(now.plus(closes))));
    }

    public boolean hasEnded() {
        return result.isDone();
    }

    /** The answer of a GET, or 0 and nothing while nobody listens. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> command(String body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        request("/api/commands")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    public boolean isUp() {
        try {
            return get("/actuator/health/liveness").statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks it to end and waits until it has. */
    public ExitCode end() throws Exception {
        stop.request("the test is over");
        EngineHome.Result ended = result.get(2, TimeUnit.MINUTES);
        if (ended.code() == ExitCode.FAILED || ended.code() == ExitCode.USAGE) {
            throw new AssertionError(ended.err());
        }
        return ended.code();
    }

    private HttpRequest.Builder request(String path) throws IOException {
        String token = Files.readString(home.root().resolve("db/api-token")).strip();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() throws Exception {
        end();
    }
}
