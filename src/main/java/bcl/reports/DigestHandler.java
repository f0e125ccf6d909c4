package bcl.reports;

import bcl.commands.DigestRequest;
import bcl.commands.EngineException;
import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.Session;
import bcl.commands.UsageException;
import bcl.evidence.Seal;
import bcl.night.UkTime;
import bcl.shift.EvidenceDesk;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code digest}: the line with the digest alone goes first, for scripts. */
@Component
final class DigestHandler implements Handler<DigestRequest> {
    private final EvidenceDesk evidence;

    DigestHandler(EvidenceDesk evidence) {
        this.evidence = evidence;
    }

    @Override
    public Class<DigestRequest> handles() {
        return DigestRequest.class;
    }

    @Override
    public ExitCode handle(DigestRequest request, Session session) {
        LocalDate day = request.day();
        Seal seal = (day == null ? sealed() : evidence.of(day))
                .orElseThrow(() ->
                        new UsageException(day == null ? "Nothing was recorded yet" : "Nothing was sealed on " + day));
        session.out().println(seal.hex());
        session.out()
                .println("Seal " + seal.number() + " of " + UkTime.readable(seal.sealedAt())
                        + "; it stands for everything that was sealed until then. It is the last line of "
                        + evidence.file(seal.day()) + ": give it to somebody else to keep");
        return ExitCode.DONE;
    }

    private Optional<Seal> sealed() {
        try {
            return evidence.seal(() -> true);
        } catch (IOException e) {
            throw new EngineException("digest of the day: " + e.getMessage(), e);
        }
    }
}
