package bcl.commands;

import java.nio.file.Path;

/** What state the home is in. */
public record StatusRequest(Path home, boolean json) implements HomeRequest {}
