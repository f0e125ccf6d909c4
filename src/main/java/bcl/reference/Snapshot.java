package bcl.reference;

import java.time.LocalDate;

/**
 * A meter point snapshot that was loaded once.
 *
 * @param id its row in table {@code snapshot}; what a file refers to that is checked against it
 * @param digest SHA-256 of the CSV file, 64 hexadecimal digits
 */
public record Snapshot(long id, LocalDate date, String digest, long rows) {}
