package bcl.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletenessTest {
    private static final Instant CHANGED = Instant.parse("2026-11-21T00:00:00Z");
    private static final String WITH_TRAILER = "A00,1\nZ99,0\n";
    private static final String WITHOUT = "A00,1\nL01,0\n";

    @TempDir
    Path temp;

    private final Disk disk = new LocalDisk();
    private final Completeness completeness = completeness(Uploads.UNKNOWN);

    @Test
    void with_a_trailer_it_is_complete_when_the_quiet_period_is_over() throws Exception {
        Path file = file(WITH_TRAILER, CHANGED);

        assertThat(waits(completeness, file, CHANGED.plusMillis(9_999))).contains(CHANGED.plusSeconds(10));
        assertThat(waits(completeness, file, CHANGED.plusSeconds(10))).isEmpty();
    }

    @Test
    void without_a_trailer_it_is_complete_after_an_hour() throws Exception {
        Path file = file(WITHOUT, CHANGED);

        assertThat(waits(completeness, file, CHANGED.plusSeconds(3_599))).contains(CHANGED.plusSeconds(3_600));
        assertThat(waits(completeness, file, CHANGED.plusSeconds(3_600))).isEmpty();
    }

    @Test
    void an_empty_file_is_complete_after_an_hour() throws Exception {
        Path file = file("", CHANGED);

        assertThat(waits(completeness, file, CHANGED.plusSeconds(3_599))).isPresent();
        assertThat(waits(completeness, file, CHANGED.plusSeconds(3_600))).isEmpty();
    }

    @Test
    void a_time_of_modification_in_the_future_gives_way_to_the_last_change_of_status() throws Exception {
        Instant now = Instant.now();
        Path file = file(WITH_TRAILER, now.plus(Duration.ofDays(4000)));

        assertThat(waits(completeness, file, now.plusSeconds(5))).isPresent();
        assertThat(waits(completeness, file, now.plusSeconds(15))).isEmpty();
    }

    @Test
    void if_all_its_times_lie_in_the_future_it_counts_from_when_it_was_first_seen() throws Exception {
        Instant past = Instant.parse("2001-01-01T00:00:00Z");
        Path file = file(WITH_TRAILER, CHANGED);

        assertThat(waits(completeness, file, past)).contains(past.plusSeconds(10));
        assertThat(waits(completeness, file, past.plusSeconds(9))).contains(past.plusSeconds(10));
        Files.setLastModifiedTime(file, FileTime.from(CHANGED.plusSeconds(1)));
        assertThat(waits(completeness, file, past.plusSeconds(11))).contains(past.plusSeconds(21));
        assertThat(waits(completeness, file, past.plusSeconds(21))).isEmpty();
    }

    @Test
    void over_our_own_sftp_server_closing_is_enough_with_a_trailer_and_not_without() throws Exception {
        Completeness closed = completeness(file -> Uploads.State.CLOSED);

        assertThat(waits(closed, file(WITH_TRAILER, CHANGED), CHANGED)).isEmpty();
        assertThat(waits(closed, file(WITHOUT, CHANGED), CHANGED.plusSeconds(60)))
                .contains(CHANGED.plusSeconds(3_600));
        assertThat(waits(closed, file(WITHOUT, CHANGED), CHANGED.plusSeconds(3_600)))
                .isEmpty();
    }

    @Test
    void one_that_its_sender_still_has_open_waits_though_it_is_quiet() throws Exception {
        Completeness open = completeness(file -> Uploads.State.OPEN);

        assertThat(waits(open, file(WITH_TRAILER, CHANGED), CHANGED.plusSeconds(60)))
                .contains(CHANGED.plusSeconds(3_600));
    }

    private Completeness completeness(Uploads uploads) {
        return new Completeness(disk, IntakeSettings.defaults(), uploads);
    }

    private Optional<Instant> waits(Completeness how, Path file, Instant now) throws IOException {
        return how.waitsUntil(file, disk.entry(file), now);
    }

    private Path file(String content, Instant modified) throws IOException {
        Path file = Files.write(temp.resolve("ABC01.PN000001.BCL"), content.getBytes(StandardCharsets.US_ASCII));
        return Files.setLastModifiedTime(file, FileTime.from(modified));
    }
}
