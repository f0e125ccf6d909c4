package bcl.interventions;

import bcl.commands.AcceptRestoreRequest;
import bcl.commands.EngineException;
import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.Session;
import bcl.jobs.Stores;
import bcl.ledger.Quarantined;
import bcl.shift.RestoreSigns;
import bcl.wire.ContentDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * {@code accept-restore}. First it is committed that nothing is given twice, then the signs are moved away: whoever dies in between has
 * nothing given twice either, and gives the command again.
 */
@Component
final class AcceptRestoreHandler implements Handler<AcceptRestoreRequest> {
    private static final String LOST =
            "An answer of before the restore of a backup, which the database knows nothing of";

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
            List<Quarantined> moves = moves(signs);
            String result = desk.inTransaction(() -> accept(request, signs, moves, session.user()));
            move(signs, moves);
            session.out().println("Accepted: " + result);
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new EngineException("accept-restore: " + e.getMessage() + "; run it again", e);
        }
    }

    private String accept(AcceptRestoreRequest request, RestoreSigns signs, List<Quarantined> moves, String user) {
        Stores stores = desk.stores();
        Instant now = stores.clock().now();
        long highest = Math.max(stores.contacts().nextCrn() - 1, signs.highestCrn()) + request.skipCrns();
        stores.contacts().skipCrns(highest);
        signs.answers()
                .forEach(lost -> stores.streams()
                        .restored(lost.name().stream(), lost.sequence(), now));
        moves.forEach(stores.operators()::quarantined);
        String result = "the next CRN is " + (highest + 1) + "; " + moves.size() + " answers go to quarantine/, "
                + signs.digests().size() + " files of evidence/ are kept as .lost";
        stores.operators().acted(now, user, "accept-restore", "backup", request.reason(), result);
        return result;
    }

    private List<Quarantined> moves(RestoreSigns signs) throws IOException {
        List<Quarantined> moves = new ArrayList<>();
        for (RestoreSigns.Lost lost : signs.answers()) {
            String digest = ContentDigest.ofFile(lost.file());
            moves.add(new Quarantined(
                    lost.organisation() + "/outbound",
                    lost.name().toString(),
                    digest.substring(0, 16) + "-" + lost.name(),
                    digest,
                    Files.size(lost.file()),
                    LOST,
                    desk.stores().clock().now()));
        }
        return moves;
    }

    private void move(RestoreSigns signs, List<Quarantined> moves) throws IOException {
        Path quarantine = desk.stores().home().quarantine();
        for (int i = 0; i < moves.size(); i++) {
            Files.move(
                    signs.answers().get(i).file(),
                    quarantine.resolve(moves.get(i).storedAs()),
                    StandardCopyOption.ATOMIC_MOVE);
        }
        for (Path digest : signs.digests()) {
            Files.move(digest, digest.resolveSibling(digest.getFileName() + ".lost"), StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
