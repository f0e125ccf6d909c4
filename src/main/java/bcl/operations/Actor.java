package bcl.operations;

/** Who acts, for the record: the user of the operating system that runs the command. */
final class Actor {
    private Actor() {}

    static String name() {
        String user = System.getProperty("user.name", "");
        return user.isBlank() ? "unknown" : user;
    }
}
