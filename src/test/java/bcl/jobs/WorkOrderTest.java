package bcl.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.ledger.Totals;
import bcl.wire.FileName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkOrderTest {
    @Test
    void the_stream_of_the_earliest_file_is_next_and_of_it_the_lowest_number() {
        List<LedgerFile> taken = List.of(
                file(1, "ABC", "ABC01.PN000005.BCL"),
                file(2, "ABC", "ABC02.PN000001.BCL"),
                file(3, "ABC", "ABC01.PN000004.BCL"));

        assertThat(order(taken, List.of(), "ABC")).containsExactly(3L, 1L, 2L);
    }

    @Test
    void a_held_file_keeps_back_its_stream_and_no_other() {
        List<LedgerFile> taken = List.of(
                file(1, "ABC", "ABC01.PN000005.BCL"),
                file(2, "ABC", "ABC01.TN000005.BCL"),
                file(3, "ABC", "ABC02.PN000004.BCL"));
        LedgerFile held = held(9, "ABC", "ABC01.PN000004.BCL");

        assertThat(order(taken, List.of(held), "ABC")).containsExactly(2L, 3L);
    }

    @Test
    void organisations_do_not_wait_for_each_other_even_if_they_use_the_same_name() {
        List<LedgerFile> taken = List.of(file(1, "ABC", "XYZ01.PN000001.BCL"), file(2, "XYZ", "XYZ01.PN000001.BCL"));
        LedgerFile held = held(9, "ABC", "XYZ01.PN000009.BCL");

        assertThat(WorkOrder.byOrganisation(taken, List.of(held))).containsOnlyKeys("XYZ");
        assertThat(order(taken, List.of(), "ABC")).containsExactly(1L);
    }

    @Test
    void names_without_form_are_streams_of_their_own() {
        List<LedgerFile> taken =
                List.of(file(1, "ABC", "notes.txt"), file(2, "ABC", "ABC01.PN000002.BCL"), file(3, "ABC", "notes.txt"));

        assertThat(order(taken, List.of(held(1, "ABC", "notes.txt")), "ABC")).containsExactly(2L, 3L);
        assertThat(order(taken, List.of(), "ABC")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void what_comes_behind_a_paused_file_is_all_that_its_sender_sent_but_not_what_a_held_one_keeps_back() {
        List<LedgerFile> files = List.of(
                file(1, "ABC", "ABC01.PN000005.BCL", FileState.PAUSED, null),
                file(2, "ABC", "ABC01.PN000006.BCL"),
                file(3, "ABC", "ABC02.PN000001.BCL"),
                file(4, "XYZ", "XYZ01.PN000001.BCL"),
                file(5, "ABC", "ABC03.PN000002.BCL"),
                held(6, "ABC", "ABC03.PN000001.BCL"));

        assertThat(KeptBack.behind(List.of(1L), files)).containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    void what_comes_behind_a_file_that_is_not_begun_is_what_has_its_turn_later() {
        List<LedgerFile> files = List.of(
                file(1, "ABC", "ABC01.PN000005.BCL"),
                file(2, "ABC", "ABC01.PN000006.BCL"),
                file(3, "ABC", "ABC01.PN000007.BCL"),
                file(4, "ABC", "ABC01.PN000004.BCL"),
                file(5, "XYZ", "XYZ01.PN000001.BCL"));

        assertThat(KeptBack.behind(List.of(1L, 3L), files)).containsExactly(2L);
    }

    private static List<Long> order(List<LedgerFile> taken, List<LedgerFile> blocked, String organisation) {
        return WorkOrder.byOrganisation(taken, blocked).get(organisation).stream()
                .map(LedgerFile::id)
                .toList();
    }

    /** One that the engine held when it had begun with it. */
    private static LedgerFile held(long id, String organisation, String name) {
        return file(id, organisation, name, FileState.HELD, FileState.OPEN);
    }

    private static LedgerFile file(long id, String organisation, String name) {
        return file(id, organisation, name, FileState.TAKEN, null);
    }

    private static LedgerFile file(
            long id, String organisation, String name, FileState state, @Nullable FileState heldFrom) {
        FileName fileName = FileName.parse(name).orElse(null);
        Instant received = Instant.parse("2026-11-20T19:00:00Z");
        return new LedgerFile(
                id,
                organisation,
                name,
                fileName,
                "00",
                1,
                received,
                state,
                0,
                false,
                null,
                Totals.NONE,
                List.of(),
                null,
                null,
                null,
                null,
                heldFrom,
                null);
    }
}
