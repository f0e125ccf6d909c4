package bcl.interventions;

import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.ReleaseRequest;
import bcl.commands.Session;
import bcl.commands.UsageException;
import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import org.springframework.stereotype.Component;

/** {@code release}. Refusals are not recorded: nothing was done. */
@Component
final class ReleaseHandler implements Handler<ReleaseRequest> {
    private final FileDesk desk;

    ReleaseHandler(FileDesk desk) {
        this.desk = desk;
    }

    @Override
    public Class<ReleaseRequest> handles() {
        return ReleaseRequest.class;
    }

    @Override
    public ExitCode handle(ReleaseRequest request, Session session) {
        long id = desk.find(request.file()).id();
        session.out().println(desk.inTransaction(() -> release(id, request.reason(), session.user())));
        return ExitCode.DONE;
    }

    private String release(long id, String reason, String user) {
        LedgerFile file = desk.stores().files().lock(id);
        if (FileDesk.isFinished(file)) {
            throw desk.finished(file);
        }
        if (file.state() != FileState.HELD) {
            throw new UsageException(FileDesk.of(file) + " is not held, it is " + file.state() + "; nothing was done");
        }
        if (!file.isKeptBack()) {
            throw new UsageException(FileDesk.of(file) + " is held since the engine failed on it, not by an operator: "
                    + file.holdReason() + "; nothing was done. When the cause is mended: rerun " + file.id());
        }
        desk.stores().files().letGo(file);
        desk.acted(user, "release", file, reason, file.heldFrom() + " again");
        return FileDesk.of(file) + " is " + file.heldFrom() + " again; the running or the next night goes on with it";
    }
}
