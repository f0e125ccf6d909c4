package bcl.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A file that was answered: the entry of its answer, and its block of CRNs, in which those of its contacts lie.
 *
 * @param firstCrn 0 if none was reserved
 */
record SealedFile(long id, long firstCrn, long contacts, Entry answer) {
    static SealedFile of(ResultSet row, Hashing hashing) throws SQLException {
        return new SealedFile(
                row.getLong("file_id"), row.getLong("first_crn"), row.getLong("contacts"), hashing.answer(row));
    }

    /** The first number after its block. */
    long end() {
        return firstCrn + contacts;
    }

    boolean hasBlock() {
        return firstCrn > 0 && contacts > 0;
    }
}
