package bcl.interventions;

import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.HoldRequest;
import bcl.commands.Session;
import bcl.commands.UsageException;
import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import org.springframework.stereotype.Component;

/** {@code hold}. Refusals are not recorded: nothing was done. */
@Component
final class HoldHandler implements Handler<HoldRequest> {
    private final FileDesk desk;

    HoldHandler(FileDesk desk) {
        this.desk = desk;
    }

    @Override
    public Class<HoldRequest> handles() {
        return HoldRequest.class;
    }

    @Override
    public ExitCode handle(HoldRequest request, Session session) {
        long id = desk.find(request.file()).id();
        session.out().println(desk.inTransaction(() -> hold(id, request.reason(), session.user())));
        return ExitCode.DONE;
    }

    private String hold(long id, String reason, String user) {
        LedgerFile file = desk.stores().files().lock(id);
        return switch (file.state()) {
            case ANSWERED -> throw desk.finished(file);
            case HELD ->
                throw new UsageException(
                        FileDesk.of(file) + " is held already: " + file.holdReason() + "; nothing was done");
            case TAKEN, OPEN, PAUSED, DECIDED, REJECTED -> keepBack(file, reason, user);
        };
    }

    private String keepBack(LedgerFile file, String reason, String user) {
        desk.stores()
                .files()
                .keepBack(
                        file,
                        user,
                        "file " + file.id() + ": held by " + user + ": " + reason + ". To let it go: release "
                                + file.id());
        String was =
                "it was " + file.state() + (isAnswerMade(file) ? ", and if its answer was going out it is out" : "");
        desk.acted(user, "hold", file, reason, "held; " + was);
        return FileDesk.of(file) + " is held; " + was + ". Later files of its stream wait. To let it go: release "
                + file.id();
    }

    private static boolean isAnswerMade(LedgerFile file) {
        return file.state() == FileState.DECIDED || file.state() == FileState.REJECTED;
    }
}
