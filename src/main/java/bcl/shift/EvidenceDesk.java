package bcl.shift;

import bcl.commands.ExitCode;
import bcl.commands.Session;
import bcl.evidence.DigestFiles;
import bcl.evidence.Seal;
import bcl.evidence.Sealing;
import bcl.evidence.Seals;
import bcl.ledger.Checkpoint;
import bcl.night.NightClock;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals what was committed and writes the digest of the day for others to keep. */
@Component
public final class EvidenceDesk {
    private final Sealing sealing;
    private final Seals seals;
    private final DigestFiles files;
    private final JdbcTemplate jdbc;

    public EvidenceDesk(Home home, JdbcTemplate jdbc, TransactionTemplate transaction, NightClock clock) {
        this.sealing = new Sealing(jdbc, transaction, clock);
        this.seals = new Seals(jdbc);
        this.jdbc = jdbc;
        this.files = new DigestFiles(home.evidence(), seals);
    }

    /** At the end of a run. What is not sealed when it is stopped is sealed by the next one. */
    ExitCode seal(ExitCode run, Session session) {
        try {
            seal(() -> !session.stop().isRequested());
            return run;
        } catch (IOException e) {
            session.err().println("Failed: digest of the day: " + e.getMessage() + "; the next run tries again");
            return ExitCode.FAILED;
        }
    }

    /**
     * Seals what is open.
     *
     * @throws IOException if a digest cannot be written to its file; it is sealed all the same
     */
    public Optional<Seal> seal(BooleanSupplier goOn) throws IOException {
        // A crash between the seal and its file left that file behind.
        Optional<Seal> before = seals.last();
        if (before.isPresent()) {
            write(before.get());
        }
        Optional<Seal> last = sealing.close(goOn);
        if (last.isPresent()) {
            write(last.get());
        }
        return last;
    }

    /** A digest that is given away must not tell of a seal that a power loss can take back. */
    private void write(Seal seal) throws IOException {
        files.write(seal.day(), () -> Checkpoint.sync(jdbc));
    }

    /** The last seal of a day, whose digest is the day's. */
    public Optional<Seal> of(LocalDate day) {
        return seals.of(day).stream().reduce((first, second) -> second);
    }

    public Path file(LocalDate day) {
        return files.of(day);
    }
}
