package bcl.shift;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.ledger.NewRun;
import bcl.ledger.Run;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NightLinesTest {
    @Test
    void what_a_run_failed_at_is_read_back_from_its_record_on_one_line() {
        String failed = NightLines.outcome(
                0, List.of("reference data: a.csv is refused.\n  line 5: 1 columns", "answer B: full"));
        String done = NightLines.outcome(7, List.of());

        assertThat(NightLines.failure(List.of(run(failed), run(done))))
                .isEqualTo("reference data: a.csv is refused. line 5: 1 columns. Also at answer B: full.");
        assertThat(NightLines.failure(List.of(run(done), run(failed)))).isEmpty();
    }

    private static Run run(String detail) {
        Instant at = Instant.parse("2026-11-21T00:15:12Z");
        return new Run(1, new NewRun("night", "here", at, null, null, null, null), at, 0, detail);
    }
}
