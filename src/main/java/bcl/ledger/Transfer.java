package bcl.ledger;

import java.time.Instant;

/**
 * What a sender did with a file at the SFTP server.
 *
 * @param key fingerprint of the key by which the sender came, in OpenSSH's form
 * @param source the address, as far as it counts
 * @param kind such as UPLOADED, READ or COLLECTED
 * @param name the folder and the file's name; for a renaming the new one
 */
public record Transfer(Instant at, String organisation, String key, String source, String kind, String name) {}
