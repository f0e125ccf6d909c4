package bcl.sftp;

import bcl.night.NightClock;
import bcl.sftp.SftpEvent.Kind;
import bcl.sftp.SftpSettings.Penalties;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Addresses whose logins fail: they are turned away, first for moments and then for a while. In memory only: a restart forgets them.
 * Thread-safe.
 */
final class Bans {
    /** When more addresses than this fail at a time the longest known is forgotten. */
    private static final int REMEMBERED = 20_000;

    private final Penalties penalties;
    private final NightClock clock;
    private final Reports reports;
    private final Map<Source, Failing> failing = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Failing> eldest) {
            return size() > REMEMBERED;
        }
    };

    Bans(Penalties penalties, NightClock clock, Reports reports) {
        this.penalties = penalties;
        this.clock = clock;
        this.reports = reports;
    }

    synchronized boolean turnsAway(Source source) {
        Failing found = failing.get(source);
        return found != null && found.awayUntil - clock.nanos() > 0;
    }

    void failed(Source source) {
        if (count(source) == penalties.failures()) {
            reports.tell(
                    Kind.BANNED,
                    source.text(),
                    penalties.failures() + " logins failed; the address is turned away for "
                            + penalties.ban().toMinutes() + " min");
        }
    }

    synchronized void succeeded(Source source) {
        failing.remove(source);
    }

    private synchronized int count(Source source) {
        long now = clock.nanos();
        Failing found = failing.remove(source);
        boolean fresh =
                found == null || now - found.last > penalties.forgotten().toNanos();
        Failing next = fresh || found == null ? new Failing() : found;
        next.failures++;
        next.last = now;
        next.awayUntil = now + away(next.failures).toNanos();
        if (next.failures < penalties.failures()) {
            failing.put(source, next);
            return next.failures;
        }
        int failures = next.failures;
        next.failures = 0; // after the ban it begins anew
        failing.put(source, next);
        return failures;
    }

    private Duration away(int failures) {
        if (failures >= penalties.failures()) {
            return penalties.ban();
        }
        int beyond = failures - penalties.free();
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration doubled = penalties.delay().multipliedBy(1L << Math.min(beyond, 20));
        return doubled.compareTo(penalties.ban()) < 0 ? doubled : penalties.ban();
    }

    private static final class Failing {
        private int failures;
        private long last;
        private long awayUntil;
    }
}
