package bcl.http;

import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Every error is the same small JSON object, without a trace of what went wrong inside. */
final class ApiErrors implements ErrorController {
    static RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route(RequestPredicates.path("/error"), ApiErrors::ofContainer);
    }

    static ServerResponse answer(int status, String problem) {
        ServerResponse.BodyBuilder answer = ServerResponse.status(status).contentType(MediaType.APPLICATION_JSON);
        if (status == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            // The connection ends here, see JsonErrorReport: a caller that is not told would send its next request into
            // it.
            answer.header(HttpHeaders.CONNECTION, "close");
        }
        return answer.body(Map.of("status", status, "error", problem));
    }

    private static ServerResponse ofContainer(ServerRequest request) {
        Object code = request.servletRequest().getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer known ? known : 404;
        HttpStatus named = HttpStatus.resolve(status);
        return answer(status, named == null ? "error" : named.getReasonPhrase());
    }
}
