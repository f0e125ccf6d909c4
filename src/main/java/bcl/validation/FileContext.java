package bcl.validation;

import bcl.wire.Limits;
import bcl.wire.Organisation;
import java.time.LocalDate;

/**
 * What the rules know of the file that a group came in.
 *
 * @param organisation the sender
 * @param receiptDate when the file was taken, as a date in UK local time
 */
public record FileContext(Organisation organisation, LocalDate receiptDate, Limits limits) {}
