package bcl.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What an answer that is no command's output means to the operator. */
final class ServiceRefusal {
    private static final int LONGEST = 1 << 14;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ServiceRefusal() {}

    static ServiceFailure of(URI service, int status, InputStream body) throws IOException {
        String told = told(new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8));
        String at = "The service at " + service;
        if (told.isEmpty() || status == 404 || status == 405) {
            return ServiceFailure.ofSettings("What answers at " + service
                    + " is no service of this engine, or an older one (HTTP " + status + "); nothing was done");
        }
        return switch (status) {
            case 401 ->
                ServiceFailure.ofSettings(at + " does not know this token; nothing was done. It is in db/api-token of"
                        + " the service's home: give its file by --token-file or BCL_SERVICE_TOKEN_FILE");
            case 426 ->
                ServiceFailure.ofSettings("This program speaks version " + CallHead.PROTOCOL + " of "
                        + CallHead.PROTOCOL_HEADER + ", and " + told
                        + "; nothing was done. Use the program of the same version as the service's");
            case 503 -> ServiceFailure.of(at + " is busy: " + told + "; nothing was done", null);
            case 400, 413, 415 -> ServiceFailure.ofSettings(at + " refused the call: " + told + "; nothing was done");
            default ->
                ServiceFailure.of(
                        at + " failed (HTTP " + status + "): " + told
                                + "; look with status at what was done before you try again",
                        null);
        };
    }

    /** Empty if it is not one of our errors. */
    private static String told(String body) {
        try {
            return JSON.readTree(body).path("error").asString("").replaceAll("\\p{Cntrl}", "?");
        } catch (JacksonException e) {
            return "";
        }
    }
}
