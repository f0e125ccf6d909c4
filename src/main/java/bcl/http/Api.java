package bcl.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The commands over HTTP: the same verbs, the same handlers, the same exit codes. */
final class Api {
    private static final Logger LOG = LoggerFactory.getLogger(Api.class);
    private static final int LONGEST_REQUEST = 256 * 1024;
    /** Fewer than the server has threads. */
    private static final int AT_ONCE = 8;

    private final Commands commands;
    private final BearerToken token;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Api(Commands commands, BearerToken token) {
        this.commands = commands;
        this.token = token;
    }

    RouterFunction<ServerResponse> routes() {
        Calls calls = new Calls(commands, places);
        return RouterFunctions.route()
                .GET("/api/status", request -> json(List.of("status", "--json")))
                .GET("/api/contacts/{crn}", request -> json(List.of("contact", request.pathVariable("crn"), "--json")))
                .POST("/api/commands", this::command)
                .GET(CallHead.PATH, calls::probe)
                .POST(CallHead.PATH, calls::call)
                .filter(token)
                .onError(
                        BadRequest.class,
                        (e, request) -> ApiErrors.answer(((BadRequest) e).status(), String.valueOf(e.getMessage())))
                .onError(IOException.class, (e, request) -> ApiErrors.answer(400, "the request broke off"))
                .onError(RuntimeException.class, (e, request) -> failed(e))
                .build();
    }

    private ServerResponse command(ServerRequest request) throws IOException {
        MediaType type = request.headers().contentType().orElse(MediaType.APPLICATION_OCTET_STREAM);
        if (!type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
            throw new BadRequest(415, "Content-Type: application/json is expected");
        }
        List<String> arguments = CommandBody.arguments(body(request));
        BoundedOutput out = new BoundedOutput();
        BoundedOutput err = new BoundedOutput();
        CommandResult result = run(arguments, out, err);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("exitCode", result.exitCode());
        answer.put("meaning", result.meaning());
        answer.put("out", out.text());
        answer.put("err", err.text());
        answer.put("complete", out.isComplete() && err.isComplete());
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
    }

    /** A command that prints JSON itself. */
    private ServerResponse json(List<String> arguments) {
        BoundedOutput out = new BoundedOutput();
        BoundedOutput err = new BoundedOutput();
        CommandResult result = run(arguments, out, err);
        if (!out.isComplete()) {
            return ApiErrors.answer(500, "the result is too long for HTTP; use the command itself");
        }
        if (result.exitCode() != 0) {
            return ApiErrors.answer(
                    result.exitCode() == 2 ? 404 : 500, err.text().strip());
        }
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(out.bytes());
    }

    private CommandResult run(List<String> arguments, BoundedOutput out, BoundedOutput err) {
        if (!places.tryAcquire()) {
            throw BadRequest.tooMany();
        }
        try {
            return commands.run(new ServiceCall(arguments, null), out, err);
        } finally {
            places.release();
        }
    }

    private static String body(ServerRequest request) throws IOException {
        InputStream in = request.servletRequest().getInputStream();
        byte[] bytes = in.readNBytes(LONGEST_REQUEST + 1);
        if (bytes.length > LONGEST_REQUEST) {
            throw new BadRequest(413, "at most " + LONGEST_REQUEST + " bytes are expected");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static ServerResponse failed(Throwable e) {
        LOG.error("A call over HTTP failed: {}", e.getClass().getSimpleName());
        LOG.debug("Failed", e);
        return ApiErrors.answer(500, "the engine failed; its log says more");
    }
}
