package bcl.night;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.night.Pace.Go;
import bcl.night.Pace.Stop;
import bcl.night.Pace.StopReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** What is promised, for workers side by side: chunks may take longer and longer, but not all of a sudden. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void no_chunk_runs_at_the_end_unless_it_takes_more_than_half_as_much_again_as_the_longest_before(int workers) {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            SettableClock night = new SettableClock(END.minusSeconds(1000));
            ChunkPacer pacer = new ChunkPacer(night, Optional.of(END), stop);
            PriorityQueue<Chunk> running = new PriorityQueue<>(Comparator.comparing(Chunk::ends));
            ChunkTimes times = new ChunkTimes();
            int chunks = 0;
            boolean go = true;
            while (go || !running.isEmpty()) {
                go = go && pacer.mayStart() instanceof Go;
                if (go && running.size() < workers) {
                    double share = random.nextInt(20) == 0 ? 1 : random.nextDouble() / 2;
                    Duration takes = Duration.ofNanos((long) (times.needed().toNanos() * share));
                    running.add(new Chunk(night.now().plus(takes), takes));
                    chunks++;
                } else if (!running.isEmpty()) {
                    Chunk first = running.remove();
                    night.advance(Duration.between(night.now(), first.ends()));
                    pacer.took(first.takes());
                    times.took(first.takes());
                }
            }

            assertThat(chunks).as("seed " + seed).isGreaterThan(20);
            assertThat(night.now()).as("seed " + seed).isBeforeOrEqualTo(END);
        }
    }

    private record Chunk(Instant ends, Duration takes) {}

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
    void it_is_over_at_the_end_and_not_before_and_never_without_an_end() {
        ChunkPacer pacer = pacer();
        ChunkPacer endless = new ChunkPacer(clock, Optional.empty(), stop);
        clock.advance(Duration.ofSeconds(100).minusNanos(1));
        assertThat(pacer.isOver()).isFalse();
        assertThat(pacer.turn(Duration.ofNanos(1)).isOver()).isFalse();

        clock.advance(Duration.ofNanos(1));

        assertThat(pacer.isOver()).isTrue();
        assertThat(pacer.turn(Duration.ofHours(1)).isOver()).isTrue();
        assertThat(endless.isOver()).isFalse();
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
