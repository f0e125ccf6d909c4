package bcl.http;

/** How a command ended (docs/commands.md, "Exit codes"). */
public record CommandResult(int exitCode, String meaning) {}
