package bcl.commands;

import java.nio.file.Path;

/** Every total and invariant of the home. */
public record ReconcileRequest(Path home) implements HomeRequest {}
