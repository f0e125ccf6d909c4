package bcl.commands;

import java.nio.file.Path;

/**
 * Says that the clock is right, though the ledger holds later events.
 *
 * @param reason never blank
 */
public record AcceptClockRequest(Path home, String reason) implements HomeRequest {}
