package bcl.operations;

import java.nio.file.Path;

/** One contact and its history. */
record ContactRequest(Path home, long crn, boolean json) implements HomeRequest {}
