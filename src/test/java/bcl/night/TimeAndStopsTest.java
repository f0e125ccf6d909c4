package bcl.night;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.night.Pace.Go;
import bcl.night.Pace.Stop;
import bcl.night.Pace.StopReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeAndStopsTest {
    private static final Instant END = Instant.parse("2026-11-21T07:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-21T00:00:00Z");

    private final SettableClock clock = new SettableClock(END.minusSeconds(100));
    private final ChunkPacer pacer = new ChunkPacer(clock, Optional.of(END), new StopRequest());

    @Test
    void a_turn_has_what_is_left_of_the_night_though_the_clock_was_set_back_before_it_began() {
        clock.advance(Duration.ofSeconds(7));
        clock.jumpTo(END.minusSeconds(100));
        ChunkPacer whole = new ChunkPacer(clock, Optional.of(END), new StopRequest());
        clock.advance(Duration.ofSeconds(50));
        clock.jumpTo(END.minusSeconds(100));
        whole.took(Duration.ofSeconds(31));

        // 50 seconds are left, and 46.5 are needed.
        assertThat(whole.turn(Duration.ofHours(1)).mayStart()).isEqualTo(new Go());
        whole.took(Duration.ofSeconds(34));
        assertThat(whole.turn(Duration.ofHours(1)).mayStart()).isEqualTo(new Stop(StopReason.TOO_LITTLE_TIME));
    }

    @Test
    void a_chunk_lasts_from_its_own_beginning() {
        clock.advance(Duration.ofSeconds(80));
        try (ChunkPacer.Running chunk = pacer.started()) {
            assertThat(chunk).isNotNull();
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(pacer.mayStart()).isEqualTo(new Go());
    }

    @Test
    void the_clock_of_the_machine_goes_on() {
        NightClock machine = NightClock.system();
        Instant before = Instant.now();
        long nanos = machine.nanos();

        assertThat(machine.now()).isBetween(before, before.plusSeconds(60));
        assertThat(machine.nanos()).isNotZero().isGreaterThanOrEqualTo(nanos);
    }

    @Test
    void work_ends_when_either_request_is_made() {
        StopRequest one = new StopRequest();
        StopRequest other = new StopRequest();
        StopRequest both = one.or(other);
        assertThat(both.isRequested()).isFalse();

        other.request("why");

        assertThat(both.cause()).contains("why");
        assertThat(one.isRequested()).isFalse();
    }

    @Test
    void every_reason_for_a_stop_is_told_in_words_of_its_own() {
        assertThat(Stream.of(StopReason.values()).map(StopReason::message))
                .doesNotHaveDuplicates()
                .allMatch(message -> message.length() > 10);
    }

    @Test
    void a_forecast_says_how_long_it_takes_and_whether_it_is_a_guess() {
        Workload left = new Workload(600, List.of(), 0);

        Forecast guess = Forecast.of(MIDNIGHT, WindowSettings.DEFAULT, left, Rates.GUESS);
        Forecast measured = Forecast.of(MIDNIGHT, WindowSettings.DEFAULT, left, new Rates(10, 1_000, true));

        assertThat(measured.needed()).isEqualTo(Duration.ofSeconds(60));
        assertThat(guess.needed()).isEqualTo(Duration.ofSeconds(30));
        assertThat(guess.line()).contains("a guess");
        assertThat(measured.line()).doesNotContain("a guess");
    }
}
