package bcl.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final StopRequest stop = new StopRequest();
    private final ChunkPacer night = new ChunkPacer(clock, Optional.of(START.plus(Duration.ofHours(7))), stop);

    @Test
    void a_turn_ends_after_its_time_and_the_night_goes_on() {
        ChunkPacer turn = night.turn(Duration.ofMinutes(1));
        turn.took(Duration.ofSeconds(1));

        clock.advance(Duration.ofSeconds(59));
        Pace before = turn.mayStart();
        clock.advance(Duration.ofSeconds(1));

        assertThat(before).isEqualTo(new Pace.Go());
        assertThat(turn.mayStart()).isEqualTo(new Pace.Stop(Pace.StopReason.TURN_OVER));
        assertThat(night.mayStart()).isEqualTo(new Pace.Go());
        assertThat(night.turn(Duration.ofMinutes(1)).mayStart()).isEqualTo(new Pace.Go());
    }

    @Test
    void a_turn_that_begins_late_in_the_night_is_as_long_as_the_first() {
        clock.advance(Duration.ofHours(3));
        ChunkPacer turn = night.turn(Duration.ofMinutes(1));
        turn.took(Duration.ofSeconds(1));

        clock.advance(Duration.ofSeconds(59));
        Pace before = turn.mayStart();
        clock.advance(Duration.ofSeconds(1));

        assertThat(before).isEqualTo(new Pace.Go());
        assertThat(turn.mayStart()).isEqualTo(new Pace.Stop(Pace.StopReason.TURN_OVER));
    }

    @Test
    void a_turn_that_was_spent_on_getting_ready_goes_on_to_its_first_chunk() {
        ChunkPacer turn = night.turn(Duration.ofMinutes(1));

        clock.advance(Duration.ofMinutes(2));
        Pace ready = turn.mayStart();
        turn.started().close();

        assertThat(ready).isEqualTo(new Pace.Go());
        assertThat(turn.mayStart()).isEqualTo(new Pace.Stop(Pace.StopReason.TURN_OVER));
    }

    @Test
    void a_turn_ends_with_the_window_and_knows_how_long_the_nights_chunks_take() {
        night.turn(Duration.ofMinutes(1)).took(Duration.ofMinutes(10));

        clock.advance(Duration.ofHours(6).plus(Duration.ofMinutes(46)));

        assertThat(night.turn(Duration.ofHours(1)).mayStart())
                .isEqualTo(new Pace.Stop(Pace.StopReason.TOO_LITTLE_TIME));
    }

    @Test
    void a_clock_that_is_set_back_does_not_stretch_a_later_turn() {
        clock.advance(Duration.ofHours(6));
        clock.jumpTo(START);
        ChunkPacer turn = night.turn(Duration.ofHours(2));

        clock.advance(Duration.ofHours(1));

        assertThat(turn.mayStart()).isEqualTo(new Pace.Stop(Pace.StopReason.WINDOW_END));
    }

    @Test
    void a_narrower_stop_ends_a_part_and_a_wider_one_all() {
        StopRequest part = stop.narrower();
        StopRequest other = stop.narrower();

        part.request("taken over");

        assertThat(part.cause()).contains("taken over");
        assertThat(stop.isRequested()).isFalse();
        assertThat(other.isRequested()).isFalse();
        stop.request("SIGTERM");
        assertThat(other.cause()).contains("SIGTERM");
        assertThat(part.cause()).contains("taken over");
    }
}
