package bcl.generate;

import java.time.LocalDate;
import java.util.List;

/**
 * What to generate. The same recipe gives the same bytes, on every machine and with every version of Java.
 *
 * @param seed of all that is random
 * @param contacts of each file
 * @param meterPoints rows of the snapshot: at least {@value #POINTS_PER_SHIPPER} a shipper
 * @param files dealt to the organisations in turn
 * @param organisations a half of them shippers, the others of the other roles in turn; one alone is a shipper
 * @param faults share of the contacts, 0 to 1, that get one fault of a kind, all kinds in turn
 * @param fileFaults share of the files, 0 to 1, that get a fault for which they are rejected whole
 * @param codes the contact codes that are used; empty for all
 * @param date of the snapshot and in the headers; nothing in the data is later
 * @param bare whether contacts have those child records alone that their codes need
 */
public record Recipe(
        long seed,
        long contacts,
        long meterPoints,
        int files,
        int organisations,
        double faults,
        double fileFaults,
        List<String> codes,
        LocalDate date,
        boolean bare) {
    /** Enough for a point of each kind. */
    static final int POINTS_PER_SHIPPER = 40;

    /** Earlier than any night on which the data may be used, and the same for ever. */
    public static final LocalDate DATE = LocalDate.of(2025, 1, 6);

    /** @throws IllegalArgumentException naming the number that is out of its range */
    public Recipe {
        codes = List.copyOf(codes);
        within("contacts", contacts, 1, 100_000_000);
        within("organisations", organisations, 1, Companies.MOST);
        within("meter-points", meterPoints, (long) POINTS_PER_SHIPPER * Companies.shippers(organisations), Points.MOST);
        within("files", files, 1, 999_999L * organisations);
        share("faults", faults);
        share("file-faults", fileFaults);
        if (date.getYear() < 2020) {
            throw new IllegalArgumentException("date: 2020-01-01 or later is expected");
        }
    }

    /** With optional child records too. */
    public Recipe(
            long seed,
            long contacts,
            long meterPoints,
            int files,
            int organisations,
            double faults,
            double fileFaults,
            List<String> codes,
            LocalDate date) {
        this(seed, contacts, meterPoints, files, organisations, faults, fileFaults, codes, date, false);
    }

    private static void within(String name, long number, long least, long most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(name + ": " + least + " to " + most + " is expected, not " + number);
        }
    }

    private static void share(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + ": a share from 0 to 1 is expected");
        }
    }
}
