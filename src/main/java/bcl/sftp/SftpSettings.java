package bcl.sftp;

import java.time.Duration;

/**
 * What the SFTP server allows.
 *
 * @param address where it listens; empty for all addresses of the machine
 * @param port 0 for any free one
 */
public record SftpSettings(String address, int port, Sessions sessions, Quotas quotas, Penalties penalties) {
    public SftpSettings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("bcl.sftp.port must be 0 to 65535: " + port);
        }
    }

    public static SftpSettings defaults() {
        return of("", 2222);
    }

    public static SftpSettings of(String address, int port) {
        return new SftpSettings(address, port, Sessions.defaults(), Quotas.defaults(), Penalties.defaults());
    }

    /**
     * How many sessions there may be, and what each may hold.
     *
     * @param total sessions at a time, those that have not logged in yet included
     * @param perOrganisation sessions that are logged in as one organisation
     * @param perAddress sessions from one address (IPv6: from one /64), whoever they are
     * @param channels at a time in a session
     * @param handles open files and folders at a time in a channel
     * @param tries keys that a session may try
     * @param login how long a login may take
     * @param idle a session that says nothing for so long is closed
     */
    public record Sessions(
            int total,
            int perOrganisation,
            int perAddress,
            int channels,
            int handles,
            int tries,
            Duration login,
            Duration idle) {
        public Sessions {
            atLeastOne("bcl.sftp.sessions", total);
            atLeastOne("bcl.sftp.sessions-per-organisation", perOrganisation);
            atLeastOne("bcl.sftp.sessions-per-address", perAddress);
            atLeastOne("bcl.sftp.channels", channels);
            atLeastOne("bcl.sftp.handles", handles);
            atLeastOne("bcl.sftp.tries", tries);
            positive("bcl.sftp.login-time", login);
            positive("bcl.sftp.idle-time", idle);
        }

        public static Sessions defaults() {
            return new Sessions(200, 10, 20, 4, 64, 3, Duration.ofSeconds(30), Duration.ofMinutes(10));
        }
    }

    /**
     * What one organisation may send. Files above {@code bcl.limits.file-size} are taken and answered, so that is no limit here.
     *
     * @param bytesADay bytes written in a day (UTC)
     * @param inboundBytes bytes that lie in its {@code inbound/}
     * @param inboundFiles files that lie in its {@code inbound/}
     */
    public record Quotas(long bytesADay, long inboundBytes, int inboundFiles) {
        public Quotas {
            atLeastOne("bcl.sftp.bytes-a-day", bytesADay);
            atLeastOne("bcl.sftp.inbound-bytes", inboundBytes);
            atLeastOne("bcl.sftp.inbound-files", inboundFiles);
        }

        public static Quotas defaults() {
            return new Quotas(20L << 30, 10L << 30, 20_000);
        }
    }

    /**
     * What happens to an address whose logins keep failing. A login that succeeds wipes its failures out.
     *
     * @param free failures that cost nothing
     * @param delay how long the address is turned away after the first failure that is not free; doubled with each further one
     * @param failures with so many the address is banned
     * @param ban for how long
     * @param forgotten failures count no more when there was none for so long
     */
    public record Penalties(int free, Duration delay, int failures, Duration ban, Duration forgotten) {
        public Penalties {
            atLeastOne("bcl.sftp.ban-after", failures);
            positive("bcl.sftp.delay", delay);
            positive("bcl.sftp.ban-time", ban);
            positive("bcl.sftp.failures-forgotten", forgotten);
            if (free < 0) {
                throw new IllegalArgumentException("bcl.sftp.free-failures must not be negative: " + free);
            }
        }

        public static Penalties defaults() {
            return new Penalties(3, Duration.ofSeconds(2), 12, Duration.ofMinutes(15), Duration.ofMinutes(30));
        }
    }

    private static void atLeastOne(String setting, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1: " + value);
        }
    }

    private static void positive(String setting, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(setting + " must be longer than nothing: " + value);
        }
    }
}
