package bcl.channel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** How this process is named in the lease and in the list of runs. */
public final class Holder {
    private Holder() {}

    /** Host and process id for people; the rest tells apart processes of containers that share both. */
    public static String ofThisProcess() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        return host() + " process " + ProcessHandle.current().pid() + " (" + unique + ")";
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // A host without a name of its own still has process ids.
            return "this host";
        }
    }
}
