package bcl.operations;

import java.nio.file.Path;

/** What state the home is in. */
record StatusRequest(Path home, boolean json) implements HomeRequest {}
