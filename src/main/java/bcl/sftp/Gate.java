package bcl.sftp;

import bcl.sftp.SftpEvent.Kind;
import java.util.HashMap;
import java.util.Map;

/** Counts the sessions: in all, by address and by organisation. Thread-safe. */
final class Gate {
    private final SftpSettings.Sessions limits;
    private final Bans bans;
    private final Reports reports;
    private final Map<String, Integer> byAddress = new HashMap<>();
    private final Map<String, Integer> byOrganisation = new HashMap<>();
    private int total;

    Gate(SftpSettings.Sessions limits, Bans bans, Reports reports) {
        this.limits = limits;
        this.bans = bans;
        this.reports = reports;
    }

    /** Whether a connection from there may go on; if so it must {@link #leave} once. */
    boolean enter(Source source) {
        if (bans.turnsAway(source)) {
            return false; // it was told when the address was banned
        }
        String refusal = count(source);
        if (!refusal.isEmpty()) {
            reports.tellSeldom(Kind.LIMIT, source.text(), refusal);
        }
        return refusal.isEmpty();
    }

    synchronized void leave(Source source) {
        total--;
        minusOne(byAddress, source.text());
    }

    /** Whether the organisation may have one more session; if so it must {@link #logOut} once. */
    boolean logIn(String organisation) {
        boolean free = plusOne(organisation);
        if (!free) {
            reports.tellSeldom(
                    Kind.LIMIT,
                    organisation,
                    "it has " + limits.perOrganisation() + " sessions; one more was closed"
                            + " (bcl.sftp.sessions-per-organisation)");
        }
        return free;
    }

    synchronized void logOut(String organisation) {
        minusOne(byOrganisation, organisation);
    }

    private synchronized String count(Source source) {
        int here = byAddress.getOrDefault(source.text(), 0);
        if (here >= limits.perAddress()) {
            return "it has " + here + " sessions; one more was closed (bcl.sftp.sessions-per-address)";
        }
        if (total >= limits.total()) {
            return "there are " + total + " sessions in all; one more was closed (bcl.sftp.sessions)";
        }
        byAddress.put(source.text(), here + 1);
        total++;
        return "";
    }

    private synchronized boolean plusOne(String organisation) {
        int now = byOrganisation.getOrDefault(organisation, 0);
        if (now >= limits.perOrganisation()) {
            return false;
        }
        byOrganisation.put(organisation, now + 1);
        return true;
    }

    private static void minusOne(Map<String, Integer> counts, String key) {
        counts.computeIfPresent(key, (k, count) -> count > 1 ? count - 1 : null);
    }
}
