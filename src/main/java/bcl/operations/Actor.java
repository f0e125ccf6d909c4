package bcl.operations;

/** Who gives a command, as the ledger records it. */
final class Actor {
    private static final int LONGEST = 100;

    private Actor() {}

    /**
     * The user of the operating system under whom the engine runs. A command that comes over the home's channel is that user's
     * too: nobody else can use the channel.
     */
    static String current() {
        String name = System.getProperty("user.name", "");
        String shown = name.isBlank() ? "unknown" : name;
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST);
    }
}
