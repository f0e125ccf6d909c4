package bcl.responses;

import bcl.ledger.LedgerFile;
import bcl.ledger.Outcome;
import bcl.ledger.OutcomeLedger;
import bcl.ledger.Totals;
import bcl.wire.FileName;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a {@code BCR} tells (interface, section 6). Outcomes and sealed copy are read side by side, once for each rendering.
 *
 * @param processedAt when the last contact was decided
 * @param referenceDate of the meter point snapshot that the file was checked against
 * @param digest SHA-256 of the inbound bytes, lower-case hexadecimal
 * @param outcomes one a contact, by line; need not be in memory
 * @param sealed the inbound bytes, from which the values that are shown are read again
 */
public record FileResult(
        FileName fileName,
        Instant receivedAt,
        Instant processedAt,
        Totals totals,
        LocalDate referenceDate,
        String digest,
        Iterable<Outcome> outcomes,
        Path sealed)
        implements AnswerContent {

    /** Of a file that was decided; its outcomes are read from the ledger page by page, in the transaction that renders. */
    public static FileResult of(LedgerFile file, LocalDate referenceDate, OutcomeLedger ledger, Path sealed) {
        return of(file, referenceDate, new OutcomePages(ledger, file.id()), sealed);
    }

    /** Of a file that was decided, whose outcomes the caller holds. */
    public static FileResult of(LedgerFile file, LocalDate referenceDate, Iterable<Outcome> outcomes, Path sealed) {
        FileName name = file.fileName();
        Instant processedAt = file.processedAt();
        if (name == null || processedAt == null) {
            throw new IllegalArgumentException(
                    "file " + file.id() + " has no name of the agreed form or is not decided");
        }
        return new FileResult(
                name, file.receivedAt(), processedAt, file.totals(), referenceDate, file.digest(), outcomes, sealed);
    }
}
