package bcl.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;

/** Client and server over a real connection; what the commands do is ours. */
class ServiceClientTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final long MANY = 100L << 20;
    private static final CountDownLatch LET_GO = new CountDownLatch(1);

    private static HttpServer server;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void open() {
        server = HttpServer.open(
                new HttpParts(
                        "127.0.0.1",
                        0,
                        TOKEN,
                        ServiceClientTest::run,
                        Map.of("database", () -> Check.up(Map.of())),
                        List::of),
                new StandardEnvironment());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void output_exit_code_and_origin_come_through() throws Exception {
        int code = client(TOKEN).call(call(List.of("hold", "7")), out, err);

        assertThat(code).isEqualTo(6);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("[hold, 7] alice " + folder);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("said\n");
    }

    @Test
    void output_longer_than_any_buffer_is_streamed() throws Exception {
        Counted counted = new Counted();

        client(TOKEN).call(call(List.of("much")), counted, err);

        assertThat(counted.count).isEqualTo(MANY);
    }

    @Test
    void files_are_sent_along_under_their_names_and_gone_afterwards() throws Exception {
        Path one = Files.writeString(Files.createDirectory(folder.resolve("a")).resolve("same.csv"), "one");
        Path two = Files.writeString(Files.createDirectory(folder.resolve("b")).resolve("same.csv"), "two");
        Path missing = folder.resolve("missing.csv");

        client(TOKEN).call(call(List.of("files"), one, two, missing), out, err);

        List<String> told =
                out.toString(StandardCharsets.UTF_8).lines().sorted().toList();
        assertThat(told).hasSize(3);
        assertThat(told.get(0)).isEqualTo(one + " same.csv one");
        assertThat(told.get(1)).isEqualTo(two + " same.csv two");
        assertThat(told.get(2)).isEqualTo(missing + " missing.csv -");
        List<Path> sent =
                err.toString(StandardCharsets.UTF_8).lines().map(Path::of).toList();
        assertThat(sent).hasSize(2);
        // The client has its answer before the service has tidied up.
        await().untilAsserted(() ->
                assertThat(sent).allSatisfy(each -> assertThat(each).doesNotExist()));
    }

    @Test
    void a_wrong_token_is_a_matter_of_settings_also_with_files() throws Exception {
        Path file = Files.writeString(folder.resolve("large.csv"), "x".repeat(5_000_000));

        for (OutgoingCall call : List.of(call(List.of("hold")), call(List.of("files"), file))) {
            assertThatThrownBy(() -> client("another-token-0000").call(call, out, err))
                    .isInstanceOfSatisfying(
                            ServiceFailure.class,
                            e -> assertThat(e.isOfSettings()).isTrue())
                    .hasMessageContaining("does not know this token; nothing was done")
                    .hasMessageNotContaining("another-token");
        }
    }

    @Test
    void a_client_of_another_version_is_told_so() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(service().resolve(CallHead.PATH))
                                .header("Authorization", "Bearer " + TOKEN)
                                .header(CallHead.PROTOCOL_HEADER, "0")
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(426);
        ServiceFailure told = ServiceRefusal.of(
                service(), 426, new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(told).hasMessageContaining("speaks version 1").hasMessageContaining("nothing was done");
        assertThat(told.isOfSettings()).isTrue();
    }

    @Test
    void nobody_there_and_somebody_else_there_are_told_apart() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        URI away = URI.create("http://127.0.0.1:" + free);
        URI other = service().resolve("/actuator");

        assertThatThrownBy(() -> new ServiceClient(away, TOKEN).call(call(List.of("hold")), out, err))
                .isInstanceOfSatisfying(
                        ServiceFailure.class, e -> assertThat(e.isOfSettings()).isFalse())
                .hasMessageContaining("No service can be reached")
                .hasMessageContaining("nothing was done");
        assertThatThrownBy(() -> new ServiceClient(other, TOKEN).call(call(List.of("hold")), out, err))
                .hasMessageContaining("is no service of this engine")
                .hasMessageContaining("(HTTP 404)");
    }

    @Test
    void a_service_that_falls_silent_is_given_up() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> silent = CompletableFuture.runAsync(() -> beginAndFallSilent(socket));
            URI there = URI.create("http://127.0.0.1:" + socket.getLocalPort());

            assertThatThrownBy(() -> new ServiceClient(there, TOKEN, Duration.ofMillis(300))
                            .call(call(List.of("hold")), out, err))
                    .isInstanceOf(ServiceFailure.class)
                    .hasMessageContaining("stopped answering")
                    .hasMessageContaining("look with status");
            silent.join();
        }
    }

    @Test
    void more_commands_at_once_than_there_are_places_are_turned_away() throws Exception {
        List<CompletableFuture<Integer>> waiting = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> called("wait")))
                .toList();
        try {
            await().until(this::refusedAsBusy);
        } finally {
            LET_GO.countDown();
        }
        assertThat(waiting).allSatisfy(each -> assertThat(each.join()).isZero());
    }

    private boolean refusedAsBusy() {
        try {
            client(TOKEN).call(call(List.of("hold")), out, err);
            return false;
        } catch (ServiceFailure e) {
            return !e.isOfSettings() && String.valueOf(e.getMessage()).contains("is busy");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int called(String word) {
        try {
            return client(TOKEN)
                    .call(call(List.of(word)), OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        } catch (ServiceFailure | IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void beginAndFallSilent(ServerSocket socket) {
        try (var accepted = socket.accept()) {
            accepted.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nK".getBytes(StandardCharsets.US_ASCII));
            // Until the client gives up and closes.
            accepted.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OutgoingCall call(List<String> arguments, Path... files) {
        return new OutgoingCall(arguments, "alice", folder, false, List.of(files));
    }

    private static URI service() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    private static ServiceClient client(String token) {
        return new ServiceClient(service(), token);
    }

    private static CommandResult run(ServiceCall call, OutputStream out, OutputStream err) {
        ServiceCall.Origin origin = call.origin();
        assertThat(origin).isNotNull();
        try {
            switch (call.arguments().get(0)) {
                case "much" -> {
                    byte[] some = new byte[1 << 20];
                    for (long sent = 0; sent < MANY; sent += some.length) {
                        out.write(some);
                    }
                }
                case "files" -> tell(origin.files(), out, err);
                case "wait" -> LET_GO.await();
                default -> {
                    out.write((call.arguments() + " " + origin.user() + " " + origin.workingDirectory())
                            .getBytes(StandardCharsets.UTF_8));
                    err.write("said\n".getBytes(StandardCharsets.UTF_8));
                    return new CommandResult(6, "as it went");
                }
            }
            return new CommandResult(0, "done");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tell(Map<Path, Path> files, OutputStream out, OutputStream err) throws IOException {
        for (Map.Entry<Path, Path> file : files.entrySet()) {
            Path here = file.getValue();
            String line = file.getKey() + " " + here.getFileName() + " "
                    + (Files.exists(here) ? Files.readString(here) : "-") + "\n";
            out.write(line.getBytes(StandardCharsets.UTF_8));
            if (Files.exists(here)) {
                err.write((here + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static final class Counted extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
