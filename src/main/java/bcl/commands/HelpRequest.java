package bcl.commands;

/** A page to print. */
public record HelpRequest(String text) implements Request {}
