package bcl.http;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;

/** The caller's end of {@code POST /api/calls}: has a running service carry a command line out. */
public final class ServiceClient {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** Until the service has all files and begins. */
    private static final Duration BEGIN = Duration.ofSeconds(30);

    private static final Duration BEGIN_WITH_FILES = Duration.ofMinutes(10);

    private final URI service;
    private final String token;
    private final Duration silence;

    /** @param service where its HTTP is, such as {@code http://127.0.0.1:8080} */
    public ServiceClient(URI service, String token) {
        this(service, token, Duration.ofSeconds(30));
    }

    /** @param silence after it the service, which gives a sign of life every two seconds, is given up */
    ServiceClient(URI service, String token, Duration silence) {
        this.service = service;
        this.token = token;
        this.silence = silence;
    }

    /**
     * Passes on what the command prints, as it comes.
     *
     * @return the command's exit code
     * @throws ServiceFailure if it was not carried out, or nobody knows whether it was
     * @throws IOException if a file of the call cannot be read; nothing was done
     */
    public int call(OutgoingCall call, OutputStream out, OutputStream err)
            throws ServiceFailure, IOException, InterruptedException {
        if (!call.files().isEmpty()) {
            // A service that refuses says so before the files are on their way: Expect: 100-continue hangs in Java 17.
            answer(request(BEGIN).GET().build(), body -> 0);
        }
        Duration begin = call.files().isEmpty() ? BEGIN : BEGIN_WITH_FILES;
        return answer(
                request(begin).POST(body(call)).build(), body -> Frames.receive(new DataInputStream(body), out, err));
    }

    /** What is done with the body of an answer that is no refusal. */
    @FunctionalInterface
    private interface Reading {
        int read(InputStream body) throws IOException;
    }

    private int answer(HttpRequest request, Reading reading) throws ServiceFailure, InterruptedException {
        HttpResponse<InputStream> response = send(request);
        try (InputStream body = new Watched(response.body(), silence)) {
            if (response.statusCode() != 200) {
                throw ServiceRefusal.of(service, response.statusCode(), body);
            }
            return reading.read(body);
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    private HttpRequest.Builder request(Duration timeout) {
        return HttpRequest.newBuilder(endpoint())
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .header(CallHead.PROTOCOL_HEADER, Integer.toString(CallHead.PROTOCOL))
                .timeout(timeout);
    }

    private URI endpoint() {
        String base = service.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + CallHead.PATH);
    }

    private static BodyPublisher body(OutgoingCall call) throws IOException {
        List<CallHead.SentFile> sent = new ArrayList<>();
        List<BodyPublisher> files = new ArrayList<>();
        for (Path file : call.files()) {
            boolean there = Files.isRegularFile(file);
            sent.add(new CallHead.SentFile(file, there ? Files.size(file) : -1));
            if (there) {
                files.add(BodyPublishers.ofFile(file));
            }
        }
        byte[] head =
                new CallHead(call.arguments(), call.user(), call.workingDirectory(), call.terminal(), sent).bytes();
        byte[] length = ByteBuffer.allocate(Integer.BYTES).putInt(head.length).array();
        List<BodyPublisher> all = new ArrayList<>(List.of(BodyPublishers.ofByteArrays(List.of(length, head))));
        all.addAll(files);
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws ServiceFailure, InterruptedException {
        try {
            HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (ConnectException | HttpConnectTimeoutException | SSLException e) {
            String why = e.getMessage() == null || e.getMessage().isBlank() ? "nobody answers" : e.getMessage();
            throw ServiceFailure.of(
                    "No service can be reached at " + service + " (" + why
                            + "); nothing was done. Is it up: ./run.sh serve?",
                    e);
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    private ServiceFailure brokenOff(IOException e) {
        return ServiceFailure.of(
                "The service at " + service + " ended or stopped answering while it carried out the command; "
                        + "look with status at what was done before you try again",
                e);
    }
}
