package bcl.reports;

import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.Printable;
import bcl.commands.Session;
import bcl.commands.UsageException;
import bcl.commands.VerifyRequest;
import bcl.ledger.FileLedger;
import bcl.ledger.OutcomeLedger;
import bcl.reconciliation.Books;
import bcl.reconciliation.Difference;
import bcl.reconciliation.Verification;
import bcl.reconciliation.Verified;
import bcl.wire.DiskTrouble;
import bcl.wire.Home;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** {@code verify}. */
@Component
final class VerifyHandler implements Handler<VerifyRequest> {
    private final Verification verification;

    VerifyHandler(
            Home home,
            JdbcTemplate jdbc,
            FileLedger files,
            OutcomeLedger outcomes,
            PlatformTransactionManager transactions) {
        this.verification = new Verification(new Books(home, jdbc, files, outcomes), transactions);
    }

    @Override
    public Class<VerifyRequest> handles() {
        return VerifyRequest.class;
    }

    @Override
    public ExitCode handle(VerifyRequest request, Session session) {
        List<Difference> differences = new ArrayList<>();
        Verified verified;
        try {
            verified = verification.run(session.readable(request.answer()), request.digest(), differences::add);
        } catch (UncheckedIOException e) {
            throw new UsageException(
                    request.answer() + " cannot be read: " + DiskTrouble.reason(Objects.requireNonNull(e.getCause())),
                    e);
        }
        // A proof that is asked for is the result, and alone on standard output.
        PrintStream told = request.written() ? session.err() : session.out();
        for (Difference difference : differences) {
            told.println(Printable.prose(difference.text()));
            told.println("    What to do: " + difference.subject().next());
        }
        Verdict verdict = verdict(verified, request);
        verdict.lines().forEach(told::println);
        boolean proved = differences.isEmpty() && verdict.proved();
        told.println(proved ? "Proved." : "Not proved.");
        if (proved && request.written() && verified instanceof Verified.Compared compared) {
            verification
                    .proof(compared.file().id())
                    .ifPresent(proof -> proof.lines().forEach(session.out()::println));
        }
        return proved ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Verdict verdict(Verified verified, VerifyRequest request) {
        if (verified instanceof Verified.Compared compared) {
            return Verdict.of(compared, request);
        }
        return new Verdict(
                false,
                List.of("No answer of the name "
                        + Printable.of(String.valueOf(request.answer().getFileName()))
                        + ", and none with these bytes, was ever recorded here"));
    }
}
