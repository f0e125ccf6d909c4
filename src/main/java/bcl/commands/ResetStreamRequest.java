package bcl.commands;

import bcl.wire.StreamName;
import java.nio.file.Path;

/**
 * Lets an inbound stream start again at any number.
 *
 * @param reason never blank
 */
public record ResetStreamRequest(Path home, StreamName stream, String reason) implements HomeRequest {}
