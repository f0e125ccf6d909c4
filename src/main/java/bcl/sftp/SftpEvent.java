package bcl.sftp;

import java.time.Instant;

/**
 * Something that happened at the SFTP server. Never a file's content.
 *
 * @param subject the short code of the organisation, or the address if it is not known who it is
 * @param detail one line of plain text
 */
public record SftpEvent(Instant at, Kind kind, String subject, String detail) {
    /** The kinds of events; OPERATING.md tells what to do about each. */
    public enum Kind {
        /** The server made its own key: the first start. */
        HOST_KEY_MADE(true),
        STARTED(true),
        STOPPED(true),
        /** An organisation logged in; with the key's fingerprint and the address. */
        LOGIN(true),
        LOGIN_REFUSED(true),
        /** An address is turned away for a while. */
        BANNED(true),
        /** A limit of the settings was met. */
        LIMIT(true),
        /** A file of public keys, or a line of it, cannot be used. */
        KEY_FILE(true),
        /** Somebody tried what nobody may do: a shell, forwarding, a link, writing where it may only read. */
        REFUSED(true),
        /** The engine could not do what it should: a disk that is full, a folder that is no folder. */
        FAILED(true),
        UPLOADED(false),
        /** The session ended with the file open: it is processed when it is sent again, or after the incomplete period. */
        UPLOAD_BROKEN(true),
        /** The engine took a file while its sender was still writing it. */
        TAKEN_EARLY(true),
        RENAMED(false),
        REMOVED(false),
        /** A file was read in part, or one that is still in {@code inbound/}. */
        READ(false),
        /** An answer was read whole, or removed. */
        COLLECTED(false);

        private final boolean notice;

        Kind(boolean notice) {
            this.notice = notice;
        }

        /** Whether operators should see it; the others are of the day's business and belong into the log alone. */
        public boolean isNotice() {
            return notice;
        }
    }
}
