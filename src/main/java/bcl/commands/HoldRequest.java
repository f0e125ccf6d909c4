package bcl.commands;

import java.nio.file.Path;

/**
 * Keeps a file back.
 *
 * @param file its number, or its name if one delivery alone has it
 * @param reason never blank
 */
public record HoldRequest(Path home, String file, String reason) implements HomeRequest {}
