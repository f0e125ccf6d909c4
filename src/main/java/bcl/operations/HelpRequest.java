package bcl.operations;

/** A page to print. */
record HelpRequest(String text) implements Request {}
