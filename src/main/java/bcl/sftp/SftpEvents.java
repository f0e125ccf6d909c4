package bcl.sftp;

import bcl.ledger.Transfer;
import java.time.Instant;

/**
 * Where the SFTP server tells what happens. Called by the sessions' threads, many at a time. What it throws is logged and does
 * not harm the session.
 */
public interface SftpEvents {
    void happened(SftpEvent event);

    /** A client sent, renamed, removed, read or collected a file. */
    void transferred(Transfer transfer);

    /**
     * The organisation has its answer: it read every byte of it and closed it, or removed it.
     *
     * @param name the file's name in {@code outbound/}; not every file there is an answer
     */
    void collected(String organisation, String name, Instant at);
}
