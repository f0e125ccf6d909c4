package bcl.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.StandardEnvironment;

/** Requests as no decent client sends them: every refusal is the same small JSON, whoever inside refused. */
class RawRequestsTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private static HttpServer server;

    @BeforeAll
    static void open() {
        server = HttpServer.open(
                new HttpParts(
                        "127.0.0.1",
                        0,
                        TOKEN,
                        (call, out, err) -> new CommandResult(0, "done"),
                        Map.of("database", () -> Check.up(Map.of())),
                        List::of),
                new StandardEnvironment());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | GET /%zz HTTP/1.1~Host: x
            400 | GET / HTTP/1.1
            400 | GET / HTTP/1.1~Host: a~Host: b
            400 | GET /a\\b HTTP/1.1~Host: x
            400 | GET /%2e%2e%2fetc HTTP/1.1~Host: x
            404 | GET /nowhere HTTP/1.1~Host: x
            404 | GET /actuator/env HTTP/1.1~Host: x
            404 | GET /error HTTP/1.1~Host: x
            405 | TRACE / HTTP/1.1~Host: x
            405 | DELETE /actuator/health HTTP/1.1~Host: x
            401 | GET /api/status HTTP/1.1~Host: x
            401 | GET /api/status HTTP/1.1~Host: x~Authorization: Basic YTpi
            401 | POST /api/calls HTTP/1.1~Host: x~Content-Length: 5
            501 | POST /api/calls HTTP/1.1~Host: x~Transfer-Encoding: odd
            426 | POST /api/calls HTTP/1.1~Host: x~Authorization: Bearer 0123456789abcdef0123456789abcdef~Content-Length: 0
            415 | POST /api/commands HTTP/1.1~Host: x~Authorization: Bearer 0123456789abcdef0123456789abcdef~Content-Length: 0
            400 | nonsense
            505 | GET / HTTP/9.9~Host: x
            """, quoteCharacter = '`')
    void a_refusal_is_json(int status, String request) throws Exception {
        String answer = ask(request.replace("~", "\r\n") + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains("content-type: application/json", "\"status\":" + status)
                .doesNotContain("<html", "tomcat", "apache", "spring", "exception", "\nserver:", "\tat ");
    }

    @Test
    void a_call_that_is_too_large_or_is_none_is_refused_before_anything_is_done() throws Exception {
        assertThat(call("\u007f\0\0\0")).startsWith("HTTP/1.1 413").contains("\"status\":413");
        assertThat(call("\0\0\0\5{}xyz")).startsWith("HTTP/1.1 400").contains("\"status\":400");
        assertThat(call("\0\0\0\2{}")).startsWith("HTTP/1.1 400").contains("\"status\":400");
        assertThat(call("\0\0")).startsWith("HTTP/1.1 400").contains("ends before its end");
        String large = "{\"arguments\":[\"x\"],\"user\":\"u\",\"workingDirectory\":\"/\",\"terminal\":false,"
                + "\"files\":[{\"path\":\"/a\",\"size\":999999999999}]}";
        assertThat(call("\0\0\0" + (char) large.length() + large)).startsWith("HTTP/1.1 413");
    }

    @Test
    void headers_of_any_length_are_not_read() throws Exception {
        String answer = ask("GET /api/status HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(40_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"status\":400").doesNotContain("<html");
    }

    private static String call(String body) throws IOException {
        return ask("POST " + CallHead.PATH + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                + TOKEN
                + "\r\n" + CallHead.PROTOCOL_HEADER + ": " + CallHead.PROTOCOL + "\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body);
    }

    private static String ask(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
