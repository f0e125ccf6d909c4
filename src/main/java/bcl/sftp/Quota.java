package bcl.sftp;

import bcl.night.NightClock;
import bcl.sftp.SftpEvent.Kind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What one organisation may still send. Its folder is counted when a limit seems to be met, and now and then; what is written in
 * between is added. Shared by the sessions of the organisation; thread-safe.
 */
final class Quota {
    private static final long COUNTED_FOR = Duration.ofSeconds(30).toNanos();
    private static final long COUNTED_AT_LEAST_FOR = Duration.ofSeconds(1).toNanos();

    private final String organisation;
    private final Path inbound;
    private final SftpSettings.Quotas limits;
    private final NightClock clock;
    private final Reports reports;
    private LocalDate day = LocalDate.EPOCH;
    private long today;
    private boolean counted;
    private long countedAt;
    private long bytes;
    private int files;

    Quota(Jail jail, SftpSettings.Quotas limits, NightClock clock, Reports reports) {
        this.organisation = jail.organisation();
        this.inbound = jail.inbound();
        this.limits = limits;
        this.clock = clock;
        this.reports = reports;
    }

    /** One more file is to be made. */
    synchronized void file() throws IOException {
        count(COUNTED_FOR);
        if (files >= limits.inboundFiles()) {
            count(COUNTED_AT_LEAST_FOR);
        }
        if (files >= limits.inboundFiles()) {
            throw full(
                    "inbound/ holds " + limits.inboundFiles() + " files, more are not taken", "bcl.sftp.inbound-files");
        }
        files++;
    }

    /**
     * So many bytes are to be written.
     *
     * @param growth by how many the file becomes longer
     */
    synchronized void write(long written, long growth) throws IOException {
        LocalDate now = clock.now().atOffset(ZoneOffset.UTC).toLocalDate();
        if (!now.equals(day)) {
            day = now;
            today = 0;
        }
        if (written > limits.bytesADay() - today) {
            throw full(
                    "no more than " + limits.bytesADay() + " bytes a day are taken; go on tomorrow",
                    "bcl.sftp.bytes-a-day");
        }
        count(COUNTED_FOR);
        if (growth > limits.inboundBytes() - bytes) {
            count(COUNTED_AT_LEAST_FOR);
        }
        if (growth > limits.inboundBytes() - bytes) {
            throw full(
                    "inbound/ may hold " + limits.inboundBytes() + " bytes, more are not taken",
                    "bcl.sftp.inbound-bytes");
        }
        today += written;
        bytes += growth;
    }

    /** A file became shorter by so many bytes. */
    synchronized void shrunk(long by) {
        bytes = Math.max(0, bytes - by);
    }

    /** A file is gone, removed or replaced by its sender. */
    synchronized void gone(long size) {
        shrunk(size);
        files = Math.max(0, files - 1);
    }

    private Refused full(String text, String setting) {
        reports.tellSeldom(Kind.LIMIT, organisation, text + " (" + setting + ")");
        return Refused.failure("Limit reached: " + text);
    }

    private void count(long stillGood) throws IOException {
        long now = clock.nanos();
        if (counted && now - countedAt < stillGood) {
            return;
        }
        long sum = 0;
        int number = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(inbound)) {
            for (Path entry : entries) {
                Optional<Seen> seen = Seen.at(entry);
                sum += seen.map(Seen::size).orElse(0L);
                number += seen.isPresent() ? 1 : 0;
            }
        }
        bytes = sum;
        files = number;
        counted = true;
        countedAt = now;
    }
}
