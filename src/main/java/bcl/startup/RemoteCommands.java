package bcl.startup;

import bcl.commands.Call;
import bcl.commands.EngineException;
import bcl.commands.ExitCode;
import bcl.commands.RemoteRequest;
import bcl.commands.Session;
import bcl.commands.UsageException;
import bcl.http.OutgoingCall;
import bcl.http.ServiceClient;
import bcl.http.ServiceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Commands that a running service carries out: same output, same exit codes as beside it. */
final class RemoteCommands {
    private RemoteCommands() {}

    static ExitCode run(RemoteRequest request, Call call, Session session) {
        request.files().forEach(RemoteCommands::requireReadable);
        ServiceClient client =
                new ServiceClient(request.service().uri(), request.service().token());
        OutgoingCall outgoing = new OutgoingCall(
                request.arguments(), session.user(), call.workingDirectory(), call.terminal(), request.files());
        try {
            return ExitCode.of(client.call(outgoing, session.out(), session.err()));
        } catch (ServiceFailure e) {
            String message = String.valueOf(e.getMessage());
            throw e.isOfSettings() ? new UsageException(message, e) : new EngineException(message, e);
        } catch (IOException e) {
            throw new UsageException("A file cannot be read: " + e.getMessage() + "; nothing was done", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("Interrupted; what the service has begun goes on there", e);
        }
    }

    /** One that is not there the service reports as it would be reported here. */
    private static void requireReadable(Path file) {
        if (Files.exists(file) && (!Files.isRegularFile(file) || !Files.isReadable(file))) {
            throw new UsageException(file + " is no file that can be read; nothing was done");
        }
    }
}
