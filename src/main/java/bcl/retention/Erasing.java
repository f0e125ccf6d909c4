package bcl.retention;

import java.util.Locale;

/**
 * What a call erased, or would erase.
 *
 * @param files whose content is erased
 * @param records of contacts
 * @param copies sealed ones; fewer than files where several have the same bytes
 * @param answers in {@code outbound/}
 * @param quarantined entries of quarantine
 * @param waiting files that are old enough, but of which a contact is still open
 * @param complete false if it was stopped before its end
 */
public record Erasing(
        long files, long records, long copies, long answers, long quarantined, long waiting, boolean complete) {
    /** Whether nothing is there, or was. */
    public boolean isNothing() {
        return files + records + copies + answers + quarantined == 0;
    }

    /** In words, for an operator. */
    public String told() {
        return String.format(
                Locale.UK,
                "the content of %,d files (%,d records of contacts, %,d sealed copies), %,d collected answers in outbound/,"
                        + " %,d files in quarantine",
                files,
                records,
                copies,
                answers,
                quarantined);
    }
}
