package bcl.commands;

import java.nio.file.Path;

/** One contact and its history. */
public record ContactRequest(Path home, long crn, boolean json) implements HomeRequest {}
