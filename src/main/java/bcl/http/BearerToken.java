package bcl.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Lets in who sends the token. The comparison takes the same time whatever is sent. */
final class BearerToken implements HandlerFilterFunction<ServerResponse, ServerResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(BearerToken.class);
    private static final String SCHEME = "Bearer ";

    private final byte[] digest;

    BearerToken(String token) {
        digest = digest(token);
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        if (isRight(request)) {
            return next.handle(request);
        }
        LOG.warn(
                "HTTP {} {} from {} without the right token",
                request.method(),
                request.requestPath().pathWithinApplication().value().replaceAll("\\p{Cntrl}", "?"),
                request.remoteAddress().map(Object::toString).orElse("an unknown address"));
        return ApiErrors.answer(401, "the token of db/api-token is needed: Authorization: Bearer TOKEN");
    }

    private boolean isRight(ServerRequest request) {
        Optional<String> header = Optional.ofNullable(request.headers().firstHeader(HttpHeaders.AUTHORIZATION));
        String sent = header.filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(text -> text.substring(SCHEME.length()).strip())
                .orElse("");
        return MessageDigest.isEqual(digest, digest(sent));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
