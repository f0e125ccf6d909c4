package bcl.operations;

import bcl.wire.StreamName;
import java.nio.file.Path;

/**
 * Lets an inbound stream start again at any number.
 *
 * @param reason never blank
 */
record ResetStreamRequest(Path home, StreamName stream, String reason) implements HomeRequest {}
