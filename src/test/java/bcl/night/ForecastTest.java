package bcl.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final WindowSettings NIGHT = WindowSettings.DEFAULT;
    private static final Rates RATES = new Rates(10, 1_000, true);
    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");

    @Test
    void by_day_the_work_begins_when_the_window_opens() {
        Forecast forecast =
                Forecast.of(MIDNIGHT.minus(Duration.ofHours(6)), NIGHT, new Workload(600, List.of(), 0), RATES);

        assertThat(forecast.begins()).isEqualTo(MIDNIGHT);
        assertThat(forecast.done()).isEqualTo(MIDNIGHT.plusSeconds(60));
        assertThat(forecast.isInTime()).isTrue();
    }

    @Test
    void large_files_of_several_senders_take_turns_and_small_ones_go_first() {
        Workload left = new Workload(100, List.of(large(1, "AAA", 60_000), large(2, "BBB", 10_000)), 0);

        Forecast forecast = Forecast.of(MIDNIGHT, NIGHT, left, RATES);

        assertThat(forecast.done()).isEqualTo(MIDNIGHT.plusSeconds(10 + 70));
        assertThat(forecast.late()).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_done_tonight_is_known_and_another_senders_is_not_late_because_of_it() {
        long tooMany = 8L * 3600 * 1_000;
        Workload left = new Workload(0, List.of(large(1, "AAA", tooMany), large(2, "BBB", 60_000)), 0);

        Forecast forecast = Forecast.of(MIDNIGHT, NIGHT, left, RATES);

        assertThat(forecast.isInTime()).isFalse();
        assertThat(forecast.late()).containsExactly(1L);
        assertThat(forecast.line()).contains("AFTER").contains("file 1");
    }

    @Test
    void what_a_sender_sent_after_its_large_file_waits_for_it() {
        long hours7 = 7L * 3600 * 1_000;
        Workload left = new Workload(0, List.of(large(1, "AAA", hours7), large(2, "AAA", 1)), 0);

        Forecast forecast = Forecast.of(MIDNIGHT, NIGHT, left, RATES);

        assertThat(forecast.late()).containsExactly(2L);
    }

    @Test
    void small_files_that_wait_for_a_late_one_are_late_too() {
        long hours8 = 8L * 3600 * 1_000;
        Workload left = new Workload(12, List.of(large(1, "AAA", hours8)), 0);

        Forecast some = Forecast.of(MIDNIGHT, NIGHT, left, RATES).with(List.of(4L, 5L));
        Forecast many = some.with(LongStream.rangeClosed(2, 13).boxed().toList());

        assertThat(some.late()).containsExactly(1L);
        assertThat(some.allLate()).containsExactly(1L, 4L, 5L);
        assertThat(some.line())
                .endsWith("cannot be finished in this window: file 1, and behind it 2 small of the same sender: 4, 5");
        assertThat(many.line()).endsWith("12 small of the same sender: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more");
    }

    @Test
    void what_only_an_operator_can_let_go_on_is_told_and_takes_no_time() {
        Forecast some = Forecast.of(MIDNIGHT, NIGHT, new Workload(600, List.of(), 3), RATES);
        Forecast none = Forecast.of(MIDNIGHT, NIGHT, new Workload(0, List.of(), 1), RATES);

        assertThat(some.done()).isEqualTo(MIDNIGHT.plusSeconds(60));
        assertThat(some.line()).contains("before").endsWith("not counted: 3 files held or waiting behind a held one");
        assertThat(none.left().isEmpty()).isTrue();
        assertThat(none.line())
                .isEqualTo("nothing can be done before an operator acts: 1 file held or waiting behind a held one");
    }

    @Test
    void in_march_an_hour_is_missing_and_in_october_there_is_one_more() {
        Workload left = new Workload(0, List.of(large(1, "AAA", 13L * 1800 * 1_000)), 0);

        Forecast march = Forecast.of(Instant.parse("2026-03-29T00:00:00Z"), NIGHT, left, RATES);
        Forecast october = Forecast.of(Instant.parse("2026-10-24T23:00:00Z"), NIGHT, left, RATES);

        assertThat(march.isInTime()).isFalse();
        assertThat(october.isInTime()).isTrue();
        assertThat(Duration.between(october.done(), october.window().closes())).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void nothing_left_is_done_now() {
        Forecast forecast = Forecast.of(MIDNIGHT, NIGHT, Workload.NONE, Rates.GUESS);

        assertThat(forecast.done()).isEqualTo(MIDNIGHT);
        assertThat(forecast.line()).isEqualTo("nothing is left to do");
    }

    private static Workload.Large large(long number, String organisation, long contacts) {
        return new Workload.Large(number, organisation, contacts);
    }
}
