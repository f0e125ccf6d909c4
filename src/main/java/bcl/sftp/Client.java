package bcl.sftp;

import bcl.ledger.Transfer;
import bcl.sftp.SftpEvent.Kind;
import java.time.Instant;

/**
 * Who has a session.
 *
 * @param key fingerprint of the key by which the client came
 */
record Client(String organisation, String key, Source source) {
    Transfer did(Instant at, Kind kind, String name) {
        return new Transfer(at, organisation, key, source.text(), kind.name(), name);
    }
}
