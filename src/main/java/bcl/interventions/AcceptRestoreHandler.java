package bcl.interventions;

import bcl.commands.AcceptRestoreRequest;
import bcl.commands.EngineException;
import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.Session;
import bcl.jobs.Stores;
import bcl.ledger.Quarantined;
import bcl.shift.LostAnswers;
import bcl.shift.RestoreSigns;
import bcl.wire.DiskTrouble;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * {@code accept-restore}. First it is committed that nothing is given twice, then the signs are moved away: whoever dies in between has
 * nothing given twice either, and gives the command again, which finishes what was committed.
 */
@Component
final class AcceptRestoreHandler implements Handler<AcceptRestoreRequest> {
    private final FileDesk desk;

    AcceptRestoreHandler(FileDesk desk) {
        this.desk = desk;
    }

    @Override
    public Class<AcceptRestoreRequest> handles() {
        return AcceptRestoreRequest.class;
    }

    @Override
    public ExitCode handle(AcceptRestoreRequest request, Session session) {
        try {
            RestoreSigns signs = RestoreSigns.look(desk.stores());
            if (signs.isNothing()) {
                session.out().println("The database is not older than its home");
                return ExitCode.NOTHING_TO_DO;
            }
            List<Quarantined> rows =
                    LostAnswers.rows(signs.answers(), desk.stores().clock().now());
            String result = desk.inTransaction(() -> accept(request, signs, rows, session.user()));
            // What is moved away is the only sign: a power loss must not take back what was accepted.
            desk.stores().answers().sync();
            move(signs, rows);
            session.out().println("Accepted: " + result);
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new EngineException("accept-restore: " + DiskTrouble.told(e) + "; run it again", e);
        }
    }

    /** Nothing is skipped again if only moves are left of an earlier call. */
    private String accept(AcceptRestoreRequest request, RestoreSigns signs, List<Quarantined> rows, String user) {
        Stores stores = desk.stores();
        Instant now = stores.clock().now();
        if (!signs.isAccepted()) {
            long highest = Math.max(stores.contacts().nextCrn() - 1, signs.highestCrn()) + request.skipCrns();
            stores.contacts().skipCrns(highest);
        }
        signs.answers().forEach(lost -> stores.streams().restored(lost.name().stream(), lost.sequence(), now));
        rows.forEach(stores.operators()::quarantined);
        String result = "the next CRN is " + stores.contacts().nextCrn() + "; "
                + (rows.size() + signs.left().size()) + " answers go to quarantine/, "
                + signs.digests().size() + " files of evidence/ are kept as .lost";
        stores.operators().acted(now, user, "accept-restore", "backup", request.reason(), result);
        return result;
    }

    private void move(RestoreSigns signs, List<Quarantined> rows) throws IOException {
        for (Path digest : signs.digests()) {
            Files.move(digest, digest.resolveSibling(digest.getFileName() + ".lost"), StandardCopyOption.ATOMIC_MOVE);
        }
        Home home = desk.stores().home();
        LostAnswers.move(home, signs.left());
        LostAnswers.move(home, rows);
    }
}
