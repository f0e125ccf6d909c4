package bcl.commands;

import java.nio.file.Path;

/**
 * Lets a file go that an operator held.
 *
 * @param file its number, or its name if one delivery alone has it
 * @param reason never blank
 */
public record ReleaseRequest(Path home, String file, String reason) implements HomeRequest {}
