package bcl.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;

class HttpServerTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final AtomicReference<Check> WORK = new AtomicReference<>(Check.up(Map.of()));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static HttpServer server;

    @BeforeAll
    static void open() {
        server = HttpServer.open(parts(0), new StandardEnvironment());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void health_names_each_check_and_tells_that_somebody_should_look() throws Exception {
        WORK.set(Check.attention(Map.of("held", 2)));

        HttpResponse<String> health = get("/actuator/health", "");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"ATTENTION\"", "\"work\":", "\"held\":2", "\"database\":");
    }

    @Test
    void health_is_503_when_a_check_fails() throws Exception {
        WORK.set(Check.down(Map.of("problem", "the database does not answer")));

        HttpResponse<String> health = get("/actuator/health", "");

        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("the database does not answer");
        assertThat(get("/actuator/health/liveness", "").statusCode()).isEqualTo(200);
    }

    @Test
    void metrics_are_there_for_prometheus() throws Exception {
        HttpResponse<String> metrics = get("/actuator/prometheus", "");

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body())
                .contains("bcl_files{state=\"HELD\"} 3.0", "bcl_files{state=\"TAKEN\"} 0.0", "bcl_figures_readable 1.0")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void a_command_runs_and_its_output_and_exit_code_come_back() throws Exception {
        HttpResponse<String> answer = post("{\"arguments\": [\"hold\", \"7\"]}", TOKEN, "application/json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"exitCode\":6", "\"out\":\"[hold, 7]\"", "\"err\":\"said\"", "\"complete\":true");
    }

    @Test
    void status_is_what_the_command_prints() throws Exception {
        assertThat(get("/api/status", TOKEN).body()).isEqualTo("[status, --json]");
        assertThat(get("/api/contacts/5000000001", TOKEN).body()).isEqualTo("[contact, 5000000001, --json]");
    }

    @Test
    void nothing_of_the_api_goes_without_the_right_token() throws Exception {
        HttpResponse<String> none = get("/api/status", "");
        HttpResponse<String> wrong = post("{\"arguments\": [\"hold\"]}", TOKEN.replace('0', '1'), "application/json");

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).startsWith("{").contains("\"status\":401");
    }

    @Test
    void bad_requests_get_short_json_and_no_trace() throws Exception {
        for (String body :
                List.of("", "{", "[]", "{\"arguments\":[]}", "{\"arguments\":[1]}", "{\"arguments\":\"x\"}")) {
            HttpResponse<String> answer = post(body, TOKEN, "application/json");
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body())
                    .contains("\"error\":")
                    .doesNotContain("Exception")
                    .hasSizeLessThan(200);
        }
        assertThat(post("{}", TOKEN, "text/plain").statusCode()).isEqualTo(415);
        assertThat(post("\"" + "x".repeat(300_000) + "\"", TOKEN, "application/json")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void what_fails_inside_is_told_without_its_trace() throws Exception {
        HttpResponse<String> answer = post("{\"arguments\": [\"fail\"]}", TOKEN, "application/json");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("its log says more").doesNotContain("secret");
    }

    @Test
    void what_is_not_there_is_json_too() throws Exception {
        HttpResponse<String> answer = get("/nowhere", TOKEN);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"status\":404");
    }

    @Test
    void a_port_that_is_taken_is_named() {
        assertThatThrownBy(() -> HttpServer.open(parts(server.port()), new StandardEnvironment()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(Integer.toString(server.port()));
    }

    private static HttpParts parts(int port) {
        return new HttpParts(
                "127.0.0.1",
                port,
                TOKEN,
                HttpServerTest::run,
                Map.of("database", () -> Check.up(Map.of()), "work", WORK::get),
                () -> List.of(
                        new Sample("bcl.files", "Files by state", Map.of("state", "HELD"), 3),
                        new Sample("bcl.files", "Files by state", Map.of("state", "TAKEN"), 0)));
    }

    private static CommandResult run(ServiceCall call, OutputStream out, OutputStream err) {
        List<String> arguments = call.arguments();
        if (arguments.contains("fail")) {
            throw new IllegalStateException("secret");
        }
        try {
            out.write(arguments.toString().getBytes(StandardCharsets.UTF_8));
            err.write("said".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CommandResult(arguments.contains("--json") ? 0 : 6, "as it went");
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        return CLIENT.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String body, String token, String type) throws Exception {
        return CLIENT.send(
                request("/api/commands", token)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
}
