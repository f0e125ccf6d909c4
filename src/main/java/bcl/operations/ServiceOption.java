package bcl.operations;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --service URL}: a running service does it, instead of this process. */
final class ServiceOption {
    @Option(
            names = "--service",
            paramLabel = "URL",
            description = "Instead: the running service that does it (BCL_SERVICE_URL).")
    private @Nullable String service;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "Holds the token of that service (BCL_SERVICE_TOKEN_FILE; the token itself: BCL_SERVICE_TOKEN).")
    private @Nullable Path tokenFile;

    /**
     * The service that is to do it.
     *
     * @param here the option of the command line that names a place on this machine; null if none does
     * @param missing what is missing if nobody says where
     * @return null if it is done here
     * @throws UsageException if nobody says where, or both are named
     */
    @Nullable
    ServiceAddress address(@Nullable String here, String missing) {
        if (here != null) {
            if (service != null || tokenFile != null) {
                throw new UsageException((service != null ? "--service" : "--token-file") + " and " + here
                        + " exclude each other: it is done by the service, or here");
            }
            return null;
        }
        ServiceAddress address = ServiceAddress.of(service, tokenFile);
        if (address == null) {
            throw new UsageException("Missing required option: '" + missing + "' (or '--service=URL')");
        }
        return address;
    }
}
