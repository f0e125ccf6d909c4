package bcl.operations;

import java.nio.file.Path;

/** Every total and invariant of the home. */
record ReconcileRequest(Path home) implements HomeRequest {}
