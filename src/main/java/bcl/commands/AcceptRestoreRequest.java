package bcl.commands;

import java.nio.file.Path;

/**
 * Says that the database may go on though it is older than its home.
 *
 * @param skipCrns how many CRNs are left out beyond the highest one that is known
 * @param reason never blank
 */
public record AcceptRestoreRequest(Path home, long skipCrns, String reason) implements HomeRequest {}
