package bcl.operations;

import java.nio.file.Path;

/**
 * Says that the clock is right, though the ledger holds later events.
 *
 * @param reason never blank
 */
record AcceptClockRequest(Path home, String reason) implements HomeRequest {}
