package bcl.night;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.night.Pace.Go;
import bcl.night.Pace.Stop;
import bcl.night.Pace.StopReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChunkPacerTest {
    private static final Instant END = Instant.parse("2026-11-21T07:00:00Z");

    private final SettableClock clock = new SettableClock(END.minusSeconds(100));
    private final StopRequest stop = new StopRequest();

    @Test
    void a_chunk_may_start_while_there_is_time() {
        assertThat(pacer().mayStart()).isEqualTo(new Go());
    }

    @Test
    void no_chunk_starts_that_may_not_end_in_time() {
        ChunkPacer pacer = pacer();
        try (ChunkPacer.Running chunk = pacer.started()) {
            assertThat(chunk).isNotNull();
            clock.advance(Duration.ofSeconds(10));
        }

        clock.advance(Duration.ofSeconds(75));
        assertThat(pacer.mayStart()).isEqualTo(new Go());
        clock.advance(Duration.ofMillis(1));
        assertThat(pacer.mayStart()).isEqualTo(new Stop(StopReason.TOO_LITTLE_TIME));
    }

    @Test
    void a_chunk_as_long_as_half_as_much_again_still_ends_before_the_window() {
        ChunkPacer pacer = pacer();
        pacer.took(Duration.ofSeconds(4));
        int chunks = 0;

        while (pacer.mayStart() instanceof Go) {
            clock.advance(Duration.ofSeconds(chunks % 2 == 0 ? 6 : 2));
            pacer.took(Duration.ofSeconds(chunks % 2 == 0 ? 6 : 2));
            chunks++;
        }

        assertThat(chunks).isGreaterThan(10);
        assertThat(clock.now()).isBeforeOrEqualTo(END);
    }

    @Test
    void a_slow_chunk_is_forgotten_after_many_quick_ones() {
        ChunkPacer pacer = pacer();
        pacer.took(Duration.ofSeconds(90));
        assertThat(pacer.mayStart()).isInstanceOf(Stop.class);

        for (int i = 0; i < 32; i++) {
            pacer.took(Duration.ofMillis(100));
        }

        assertThat(pacer.mayStart()).isEqualTo(new Go());
    }

    @Test
    void at_the_end_of_the_window_nothing_starts() {
        ChunkPacer pacer = pacer();
        clock.advance(Duration.ofSeconds(100));

        assertThat(pacer.mayStart()).isEqualTo(new Stop(StopReason.WINDOW_END));
    }

    @Test
    void before_the_first_chunk_two_seconds_must_be_left() {
        ChunkPacer pacer = pacer();
        clock.advance(Duration.ofSeconds(98));
        assertThat(pacer.mayStart()).isEqualTo(new Go());

        clock.advance(Duration.ofMillis(1));
        assertThat(pacer.mayStart()).isEqualTo(new Stop(StopReason.TOO_LITTLE_TIME));
    }

    @Test
    void a_wall_clock_that_is_set_back_does_not_stretch_the_night() {
        ChunkPacer pacer = pacer();
        clock.advance(Duration.ofSeconds(100));
        clock.jumpTo(END.minusSeconds(3600));

        assertThat(pacer.mayStart()).isEqualTo(new Stop(StopReason.WINDOW_END));
    }

    @Test
    void a_wall_clock_that_is_set_forward_past_the_end_stops_the_night() {
        ChunkPacer pacer = pacer();
        clock.jumpTo(END.plusSeconds(1));

        assertThat(pacer.mayStart()).isEqualTo(new Stop(StopReason.WINDOW_END));
    }

    @Test
    void a_stop_request_stops_a_run_without_end_and_keeps_its_first_cause() {
        ChunkPacer pacer = new ChunkPacer(clock, Optional.empty(), stop);
        clock.advance(Duration.ofDays(3));
        assertThat(pacer.mayStart()).isEqualTo(new Go());

        stop.request("SIGTERM");
        stop.request("another");

        assertThat(pacer.mayStart()).isEqualTo(new Stop(StopReason.STOP_REQUESTED));
        assertThat(stop.cause()).contains("SIGTERM");
    }

    private ChunkPacer pacer() {
        return new ChunkPacer(clock, Optional.of(END), stop);
    }
}
