package bcl.night;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.night.Admission.Admitted;
import bcl.night.Admission.OutsideWindow;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant TWO = Instant.parse("2026-11-21T02:00:00Z");
    private static final Instant SEVEN = Instant.parse("2026-11-21T07:00:00Z");

    @Test
    void outside_the_window_nothing_runs_and_the_next_window_is_named() {
        assertThat(decide(NOON, false, null))
                .isEqualTo(new OutsideWindow(
                        new Window(Instant.parse("2026-11-22T00:00:00Z"), Instant.parse("2026-11-22T07:00:00Z"))));
        assertThat(decide(NOON, false, "13:00")).isInstanceOf(OutsideWindow.class);
    }

    @Test
    void outside_the_window_an_override_has_no_end() {
        assertThat(decide(NOON, true, null)).isEqualTo(new Admitted(Optional.empty(), true));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T12:00:00Z, 13:30, 2026-11-21T13:30:00Z",
        "2026-11-21T12:00:00Z, 12:00, 2026-11-22T12:00:00Z",
        "2026-11-21T12:00:00Z, 03:00, 2026-11-22T03:00:00Z",
        // summer time
        "2026-07-01T12:00:00Z, 13:30, 2026-07-01T12:30:00Z",
        // 01:50 comes twice on 25 October 2026, and its second occurrence is the next one at 01:40 GMT
        "2026-10-24T22:30:00Z, 01:50, 2026-10-25T00:50:00Z",
        // 01:30 is left out on 29 March 2026
        "2026-03-28T20:00:00Z, 01:30, 2026-03-29T01:00:00Z"
    })
    void until_is_the_next_such_moment_after_the_start(Instant now, String until, Instant end) {
        assertThat(decide(now, true, until)).isEqualTo(new Admitted(Optional.of(end), true));
    }

    @Test
    void until_in_the_hour_that_comes_twice_is_the_occurrence_ahead() {
        assertThat(decide(Instant.parse("2026-10-25T01:40:00Z"), false, "01:50"))
                .isEqualTo(new Admitted(Optional.of(Instant.parse("2026-10-25T01:50:00Z")), false));
    }

    @Test
    void inside_the_window_an_override_changes_nothing() {
        Admitted untilSeven = new Admitted(Optional.of(SEVEN), false);

        assertThat(decide(TWO, false, null)).isEqualTo(untilSeven);
        assertThat(decide(TWO, true, null)).isEqualTo(untilSeven);
        assertThat(decide(TWO, true, "09:00")).isEqualTo(untilSeven);
    }

    @Test
    void inside_the_window_until_ends_the_run_earlier() {
        assertThat(decide(TWO, false, "03:15"))
                .isEqualTo(new Admitted(Optional.of(Instant.parse("2026-11-21T03:15:00Z")), false));
    }

    private static Admission decide(Instant now, boolean override, String until) {
        return Admission.decide(
                now,
                WindowSettings.DEFAULT,
                override,
                Optional.ofNullable(until).map(LocalTime::parse));
    }
}
