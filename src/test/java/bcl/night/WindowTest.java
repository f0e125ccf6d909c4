package bcl.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WindowTest {
    private static final WindowSettings NIGHT = WindowSettings.DEFAULT;

    static Stream<LocalDate> all_days_of_2026_and_2027() {
        return LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2028, 1, 1));
    }

    @ParameterizedTest
    @MethodSource("all_days_of_2026_and_2027")
    void every_night_opens_at_midnight_and_closes_at_seven_by_uk_clocks(LocalDate day) {
        Window window = Window.on(day, NIGHT).orElseThrow();

        assertThat(UkTime.date(window.opens()) + UkTime.time(window.opens())).isEqualTo(compact(day) + "000000");
        assertThat(UkTime.date(window.closes()) + UkTime.time(window.closes())).isEqualTo(compact(day) + "070000");
        assertThat(Window.containing(window.opens(), NIGHT)).contains(window);
        assertThat(Window.containing(window.closes().minusSeconds(1), NIGHT)).contains(window);
        assertThat(Window.containing(window.closes(), NIGHT)).isEmpty();
        assertThat(Window.containing(window.opens().minusNanos(1), NIGHT)).isEmpty();
        assertThat(Window.next(window.opens().minusNanos(1), NIGHT)).isEqualTo(window);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28, PT7H",
        "2026-03-29, PT6H",
        "2026-03-30, PT7H",
        "2026-10-24, PT7H",
        "2026-10-25, PT8H",
        "2026-10-26, PT7H",
        "2027-03-28, PT6H",
        "2027-10-31, PT8H"
    })
    void the_window_lasts_six_hours_when_clocks_go_forward_and_eight_when_they_go_back(LocalDate day, Duration length) {
        assertThat(Window.on(day, NIGHT).orElseThrow().length()).isEqualTo(length);
    }

    @Test
    void the_window_of_29_march_2026_closes_at_six_utc() {
        assertThat(Window.containing(Instant.parse("2026-03-29T00:00:00Z"), NIGHT))
                .contains(new Window(Instant.parse("2026-03-29T00:00:00Z"), Instant.parse("2026-03-29T06:00:00Z")));
    }

    @Test
    void the_window_of_25_october_2026_opens_on_the_day_before_by_utc() {
        assertThat(Window.containing(Instant.parse("2026-10-25T06:59:59Z"), NIGHT))
                .contains(new Window(Instant.parse("2026-10-24T23:00:00Z"), Instant.parse("2026-10-25T07:00:00Z")));
    }

    @Test
    void the_next_window_after_one_that_is_open_is_tomorrows() {
        assertThat(Window.next(Instant.parse("2026-11-21T03:00:00Z"), NIGHT).opens())
                .isEqualTo("2026-11-22T00:00:00Z");
    }

    @Test
    void a_window_may_cross_midnight() {
        WindowSettings evening = new WindowSettings(LocalTime.of(22, 0), LocalTime.of(6, 0));

        assertThat(Window.containing(Instant.parse("2026-11-21T23:30:00Z"), evening))
                .isPresent();
        assertThat(Window.containing(Instant.parse("2026-11-22T05:59:59Z"), evening))
                .isPresent();
        assertThat(Window.containing(Instant.parse("2026-11-22T06:00:00Z"), evening))
                .isEmpty();
        assertThat(Window.containing(Instant.parse("2026-11-22T21:59:59Z"), evening))
                .isEmpty();
    }

    @Test
    void a_window_that_lies_in_the_hour_left_out_is_not_there_that_night() {
        WindowSettings quarter = new WindowSettings(LocalTime.of(1, 15), LocalTime.of(1, 30));

        assertThat(Window.on(LocalDate.of(2026, 3, 29), quarter)).isEmpty();
        assertThat(Window.next(Instant.parse("2026-03-29T00:30:00Z"), quarter).opens())
                .isEqualTo("2026-03-30T00:15:00Z");
    }

    @Test
    void a_window_that_opens_in_the_hour_left_out_opens_when_clocks_go_forward() {
        Window window = Window.on(
                        LocalDate.of(2026, 3, 29), new WindowSettings(LocalTime.of(1, 30), LocalTime.of(7, 0)))
                .orElseThrow();

        assertThat(window.opens()).isEqualTo("2026-03-29T01:00:00Z");
    }

    @Test
    void a_window_without_length_is_refused() {
        assertThatThrownBy(() -> new WindowSettings(LocalTime.NOON, LocalTime.NOON))
                .hasMessage("the window opens and closes at the same time, 12:00");
    }

    private static String compact(LocalDate day) {
        return day.toString().replace("-", "");
    }
}
