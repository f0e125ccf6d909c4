package bcl.sftp;

import bcl.night.NightClock;
import bcl.sftp.SftpEvent.Kind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the events, guarded both ways: listeners that fail harm no session, and a client that does the same thing again and again
 * fills no table. Thread-safe.
 */
final class Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int A_MINUTE = 60;
    private static final int REMEMBERED = 1000;

    private final SftpEvents events;
    private final NightClock clock;
    private final Map<Kind, Minute> minutes = new EnumMap<>(Kind.class);
    private final Map<String, Long> lately = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    Reports(SftpEvents events, NightClock clock) {
        this.events = events;
        this.clock = clock;
    }

    void tell(Kind kind, String subject, String detail) {
        SftpEvent event = new SftpEvent(clock.now(), kind, subject, detail);
        try {
            events.happened(event);
        } catch (RuntimeException e) {
            LOG.error("SFTP event {} of {} could not be recorded: {}", kind, subject, detail, e);
        }
    }

    /** The same, but once a minute for the same thing, and not more than 60 of a kind a minute: clients can cause it at will. */
    void tellSeldom(Kind kind, String subject, String detail) {
        String counted = seldom(kind, subject, detail);
        if (!counted.isEmpty()) {
            tell(kind, subject, counted);
        }
    }

    /** What a client did with a file: it goes to the log, and with its key into the ledger. */
    void transferred(Client client, Kind kind, String name, String more) {
        tell(kind, client.organisation(), name + more);
        record(client, kind, name);
    }

    /** The same for the ledger alone. */
    void record(Client client, Kind kind, String name) {
        try {
            events.transferred(client.did(clock.now(), kind, name));
        } catch (RuntimeException e) {
            LOG.error("That {} {} {} could not be recorded", client.organisation(), kind, name, e);
        }
    }

    void collected(Client client, String name) {
        String organisation = client.organisation();
        transferred(client, Kind.COLLECTED, "outbound/" + name, "");
        try {
            events.collected(organisation, name, clock.now());
        } catch (RuntimeException e) {
            LOG.error("That {} collected {} could not be recorded", organisation, name, e);
        }
    }

    private synchronized String seldom(Kind kind, String subject, String detail) {
        long now = clock.nanos();
        Minute minute = minutes.computeIfAbsent(kind, k -> new Minute());
        String key = kind + " " + subject + " " + detail;
        Long last = lately.get(key);
        boolean again = last != null && now - last < MINUTE;
        if (again || !minute.hasRoom(now)) {
            minute.left++;
            return "";
        }
        lately.remove(key);
        lately.put(key, now);
        long left = minute.left;
        minute.left = 0;
        return left == 0 ? detail : detail + " (and " + left + " more of this kind before)";
    }

    /** How many of a kind were told in this minute, and how many were left out since the last one told. */
    private static final class Minute {
        private long began;
        private int told;
        private long left;

        boolean hasRoom(long now) {
            if (told == 0 || now - began >= MINUTE) {
                began = now;
                told = 0;
            }
            return ++told <= A_MINUTE;
        }
    }
}
