package bcl.operations;

import java.nio.file.Path;

/**
 * Keeps a file back.
 *
 * @param file its number, or its name if one delivery alone has it
 * @param reason never blank
 */
record HoldRequest(Path home, String file, String reason) implements HomeRequest {}
