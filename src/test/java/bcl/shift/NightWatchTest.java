package bcl.shift;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.night.SettableClock;
import bcl.night.Window;
import bcl.night.WindowSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NightWatchTest {
    private final List<String> events = new ArrayList<>();
    private final Diary duty = new Diary();

    @Test
    void each_night_begins_once_at_midnight_and_ends_at_seven_in_the_night_without_a_one_oclock() throws Exception {
        SettableClock clock = clockAt("2026-03-28T22:30:00Z");

        watch(clock, Duration.ofHours(36));

        assertThat(events)
                .containsExactly(
                        "takes up 2026-03-29T00:00:00Z",
                        "passes",
                        "lays down 2026-03-29T06:00:00Z",
                        "takes up 2026-03-29T23:00:00Z",
                        "passes",
                        "lays down 2026-03-30T06:00:00Z");
    }

    @Test
    void and_in_the_night_with_two_of_them() throws Exception {
        SettableClock clock = clockAt("2026-10-24T12:00:00Z");

        watch(clock, Duration.ofHours(44));

        assertThat(events)
                .containsExactly(
                        "takes up 2026-10-24T23:00:00Z",
                        "passes",
                        "lays down 2026-10-25T07:00:00Z",
                        "takes up 2026-10-26T00:00:00Z",
                        "passes",
                        "lays down 2026-10-26T07:00:00Z");
    }

    @Test
    void a_service_that_starts_inside_the_window_begins_at_once() throws Exception {
        SettableClock clock = clockAt("2026-11-22T05:12:00Z");

        watch(clock, Duration.ofMinutes(1));

        assertThat(events).containsExactly("takes up 2026-11-22T05:12:00Z", "passes");
    }

    @Test
    void a_file_that_comes_while_the_window_is_open_gets_another_pass() throws Exception {
        SettableClock clock = clockAt("2026-11-22T00:00:00Z");
        NightWatch watch = new NightWatch(clock, WindowSettings.DEFAULT, duty.at(clock));

        watch.look();
        watch.look();
        duty.mark = "a file more";
        watch.look();
        watch.look();

        assertThat(events).containsExactly("takes up 2026-11-22T00:00:00Z", "passes", "passes");
    }

    @Test
    void work_that_was_left_is_tried_again_every_minute() throws Exception {
        duty.workLeft = true;

        watch(clockAt("2026-11-22T00:00:00Z"), Duration.ofSeconds(150));

        assertThat(events).containsExactly("takes up 2026-11-22T00:00:00Z", "passes", "passes", "passes");
    }

    @Test
    void while_another_process_runs_the_night_it_stands_by_and_takes_over_when_that_has_gone() throws Exception {
        SettableClock clock = clockAt("2026-11-22T00:00:00Z");
        NightWatch watch = new NightWatch(clock, WindowSettings.DEFAULT, duty.at(clock));
        duty.othersHaveIt = true;

        watch.look();
        duty.othersHaveIt = false;
        watch.look();

        assertThat(events).containsExactly("takes up 2026-11-22T00:00:00Z", "passes");
    }

    @Test
    void a_night_that_another_took_over_is_laid_down() throws Exception {
        SettableClock clock = clockAt("2026-11-22T00:00:00Z");
        NightWatch watch = new NightWatch(clock, WindowSettings.DEFAULT, duty.at(clock));
        watch.look();
        duty.ours = false;
        duty.othersHaveIt = true;

        watch.look();

        assertThat(events).containsExactly("takes up 2026-11-22T00:00:00Z", "passes", "lays down 2026-11-22T00:00:00Z");
    }

    @Test
    void a_pass_that_fails_gives_the_night_up_for_some_seconds_and_the_service_stays_up() throws Exception {
        duty.failures = 1;

        watch(clockAt("2026-11-22T00:00:00Z"), Duration.ofSeconds(10));

        assertThat(events)
                .containsExactly(
                        "takes up 2026-11-22T00:00:00Z",
                        "fails",
                        "lays down 2026-11-22T00:00:00Z",
                        "takes up 2026-11-22T00:00:05Z",
                        "passes");
    }

    private void watch(SettableClock clock, Duration time) throws InterruptedException {
        NightWatch watch = new NightWatch(clock, WindowSettings.DEFAULT, duty.at(clock));
        Duration step = time.compareTo(Duration.ofHours(1)) < 0 ? Duration.ofSeconds(1) : Duration.ofMinutes(1);
        Instant end = clock.now().plus(time);
        while (clock.now().isBefore(end)) {
            watch.look();
            clock.advance(step);
        }
    }

    private static SettableClock clockAt(String instant) {
        return new SettableClock(Instant.parse(instant));
    }

    /** Writes down what it is told to do. */
    private final class Diary implements NightWatch.Duty {
        private SettableClock clock = clockAt("2026-01-01T00:00:00Z");
        private boolean othersHaveIt;
        private boolean ours;
        private boolean workLeft;
        private int failures;
        private String mark = "";

        Diary at(SettableClock time) {
            clock = time;
            return this;
        }

        @Override
        public boolean takeUp(Window window) {
            ours = !othersHaveIt;
            if (ours) {
                events.add("takes up " + clock.now());
            }
            return ours;
        }

        @Override
        public boolean isOurs() {
            return ours;
        }

        @Override
        public String mark() {
            return mark;
        }

        @Override
        public boolean isWorkLeft() {
            return workLeft;
        }

        @Override
        public boolean isInterrupted() {
            return false;
        }

        @Override
        public void pass(Window window) {
            if (failures-- > 0) {
                events.add("fails");
                throw new IllegalStateException("the disk is full");
            }
            events.add("passes");
        }

        @Override
        public void layDown(Window window) {
            events.add("lays down " + clock.now());
        }
    }
}
