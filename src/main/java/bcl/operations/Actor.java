package bcl.operations;

import java.util.regex.Pattern;

/** Who acts, for the record: the user of the operating system that runs the command. */
final class Actor {
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\p{Print}]");
    private static final int LONGEST = 40;

    private Actor() {}

    static String name() {
        String user = System.getProperty("user.name", "");
        return user.isBlank() ? "unknown" : user;
    }

    /** What a caller says of himself; who can say it knows the token. */
    static String overHttp(String user) {
        String told = UNPRINTABLE.matcher(user).replaceAll("?");
        return told.substring(0, Math.min(LONGEST, told.length())) + " over HTTP";
    }
}
