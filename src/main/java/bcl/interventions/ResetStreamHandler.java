package bcl.interventions;

import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.ResetStreamRequest;
import bcl.commands.Session;
import bcl.commands.UsageException;
import bcl.jobs.Stores;
import bcl.ledger.StreamState;
import org.springframework.stereotype.Component;

/** {@code reset-stream}. A refusal is not recorded: nothing was done. */
@Component
final class ResetStreamHandler implements Handler<ResetStreamRequest> {
    private final FileDesk desk;

    ResetStreamHandler(FileDesk desk) {
        this.desk = desk;
    }

    @Override
    public Class<ResetStreamRequest> handles() {
        return ResetStreamRequest.class;
    }

    @Override
    public ExitCode handle(ResetStreamRequest request, Session session) {
        session.out().println(desk.inTransaction(() -> reset(request, session.user())));
        return ExitCode.DONE;
    }

    private String reset(ResetStreamRequest request, String user) {
        Stores stores = desk.stores();
        if (!stores.streams().reset(request.stream())) {
            throw new UsageException("No file of the stream " + request.stream()
                    + " has used a number: it is unknown, and may start at any number; nothing was done");
        }
        StreamState now = stores.streams().inbound(request.stream());
        String result = "its last number was " + now.lastNumber() + "; the next file may have any number";
        stores.operators()
                .acted(
                        stores.clock().now(),
                        user,
                        "reset-stream",
                        request.stream().toString(),
                        request.reason(),
                        result);
        return "Stream " + request.stream() + " is reset: " + result + ", and numbers used before do not count as used";
    }
}
