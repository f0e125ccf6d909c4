package bcl.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class UkTimeTest {
    @Test
    void instants_are_written_in_uk_local_time() {
        Instant summer = Instant.parse("2026-06-30T23:15:09.999Z");

        assertThat(UkTime.date(summer)).isEqualTo("20260701");
        assertThat(UkTime.time(summer)).isEqualTo("001509");
        assertThat(UkTime.localDate(summer)).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(UkTime.localTime(summer)).isEqualTo("00:15:09.999");
        assertThat(UkTime.readable(summer)).isEqualTo("2026-07-01 00:15:09 BST");
    }

    @Test
    void when_the_clocks_go_back_the_digits_run_backwards() {
        assertThat(UkTime.time(Instant.parse("2026-10-25T00:59:59Z"))).isEqualTo("015959");
        assertThat(UkTime.time(Instant.parse("2026-10-25T01:00:00Z"))).isEqualTo("010000");
    }
}
