package bcl.startup;

import bcl.commands.ExitCode;
import bcl.commands.Printable;
import bcl.commands.ProofRequest;
import bcl.commands.Session;
import bcl.commands.UsageException;
import bcl.evidence.AnswerProof;
import bcl.evidence.Seal;
import bcl.wire.DiskTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code verify --proof}: for whoever has an answer, its proof and a digest, and no home. */
final class ProofCheck {
    private ProofCheck() {}

    static ExitCode run(ProofRequest request, Session session) {
        boolean proved;
        try {
            proved = check(request, session);
        } catch (IllegalArgumentException e) {
            session.out().println(request.proof() + " is no proof: " + Printable.prose(String.valueOf(e.getMessage())));
            proved = false;
        }
        session.out().println(proved ? "Proved." : "Not proved.");
        return proved ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static boolean check(ProofRequest request, Session session) {
        AnswerProof proof =
                read(request.proof(), file -> AnswerProof.read(Files.readAllLines(file, StandardCharsets.ISO_8859_1)));
        session.out().println("The proof is about " + Printable.prose(proof.subject()));
        boolean same = read(request.answer(), proof::isOf);
        session.out()
                .println(request.answer()
                        + (same ? " is that answer, byte for byte" : " has other bytes than that answer"));
        Optional<Seal> seal = proof.leadsTo(request.digest());
        session.out()
                .println(
                        seal.map(found -> "The digest that you gave is that of seal " + found.number() + " of the day "
                                        + found.day() + ": it stands for that answer")
                                .orElse(
                                        "The proof does not lead to the digest that you gave: it is of before the answer was sealed,"
                                                + " of after the proof was made, or of another home, or the proof was changed"));
        return same && seal.isPresent();
    }

    private interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private static <T> T read(Path file, Reader<T> reader) {
        try {
            return reader.read(file);
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read: " + DiskTrouble.reason(e), e);
        }
    }
}
