package bcl.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** What the container itself refuses, such as a malformed request, is told as all errors are; its own pages are HTML. */
final class JsonErrorReport extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(JsonErrorReport.class);

    /** Nobody without the token keeps a thread waiting for a body that may never come. */
    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        super.invoke(request, response);
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        HttpStatus named = HttpStatus.resolve(status);
        try {
            response.setContentType("application/json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write("{\"status\":" + status + ",\"error\":\""
                        + (named == null ? "error" : named.getReasonPhrase()) + "\"}");
                response.finishResponse();
            }
        } catch (IOException e) {
            LOG.debug("The caller has gone: {}", e.getMessage());
        }
    }
}
