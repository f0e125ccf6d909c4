package bcl.responses;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.ledger.Totals;
import bcl.wire.FileName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Totals OUTCOMES = new Totals(5, 3, 2);

    @Test
    void a_file_whose_counts_agree_passes() {
        assertThat(Gate.broken(file("XYZ01.PN000001.BCL", null), 10, OUTCOMES, 5))
                .isEmpty();
        assertThat(Gate.broken(file("XYZ01.PN000001.BCL", OUTCOMES), 10, OUTCOMES, 5))
                .isEmpty();
    }

    @Test
    void a_group_without_outcome_is_told() {
        assertThat(Gate.broken(file("XYZ01.PN000001.BCL", null), 11, OUTCOMES, 5))
                .containsExactly("11 contacts were read, but 10 have an outcome: 5 accepted, 3 rejected, 2 repeated");
    }

    @Test
    void a_contact_too_few_or_too_many_is_told() {
        assertThat(Gate.broken(file("XYZ01.PN000001.BCL", null), 10, OUTCOMES, 4))
                .containsExactly("5 contacts should have been created, but 4 were");
        assertThat(Gate.broken(file("XYZ01.PN000001.BCL", null), 10, OUTCOMES, 6))
                .hasSize(1);
    }

    @Test
    void a_test_file_must_have_created_nothing() {
        assertThat(Gate.broken(file("XYZ01.TN000001.BCL", null), 10, OUTCOMES, 0))
                .isEmpty();
        assertThat(Gate.broken(file("XYZ01.TN000001.BCL", null), 10, OUTCOMES, 5))
                .containsExactly("0 contacts should have been created, but 5 were");
    }

    @Test
    void totals_that_were_recorded_otherwise_are_told_beside_all_else() {
        assertThat(Gate.broken(file("XYZ01.PN000001.BCL", new Totals(10, 0, 0)), 9, OUTCOMES, 4))
                .hasSize(3)
                .last()
                .asString()
                .startsWith("the file was decided with");
    }

    private static LedgerFile file(String name, @Nullable Totals decided) {
        return new LedgerFile(
                1,
                "XYZ",
                name,
                FileName.parse(name).orElseThrow(),
                Samples.DIGEST,
                1,
                Samples.RECEIVED,
                FileState.OPEN,
                1,
                true,
                null,
                decided == null ? Totals.NONE : decided,
                List.of(),
                1L,
                5000000001L,
                decided == null ? null : Samples.PROCESSED,
                null,
                null,
                null);
    }
}
