package bcl.ledger;

import static bcl.ledger.FileState.ANSWERED;
import static bcl.ledger.FileState.DECIDED;
import static bcl.ledger.FileState.HELD;
import static bcl.ledger.FileState.OPEN;
import static bcl.ledger.FileState.PAUSED;
import static bcl.ledger.FileState.REJECTED;
import static bcl.ledger.FileState.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import bcl.wire.FileFinding;
import bcl.wire.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each arrow of the life of a file (docs/architecture.md) from each state: it leads where it should, or nowhere. */
class FileStatesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");
    private static final String NOBODY = "";

    /** A row's state; a held one's goes back to {@code heldFrom}, and {@code heldBy} is empty if the engine failed on it. */
    private record Stands(FileState state, @Nullable FileState heldFrom, String heldBy) {
        static Stands in(FileState state) {
            return new Stands(state, null, NOBODY);
        }

        static Stands held(FileState from, String by) {
            return new Stands(HELD, from, by);
        }
    }

    private static final Map<FileState, FileState> HOLDS =
            Map.of(TAKEN, TAKEN, OPEN, PAUSED, PAUSED, PAUSED, DECIDED, DECIDED, REJECTED, REJECTED);

    @FunctionalInterface
    private interface Move {
        void of(FileLedger files, LedgerFile file, long snapshot);
    }

    private enum Arrow {
        OPENS((files, file, snapshot) -> files.open(file, snapshot, 3, 5_000_000_000L), Map.of(TAKEN, OPEN)),
        REJECTS(
                (files, file, snapshot) -> files.reject(file, List.of(new FileFinding(Reason.FIL00001, 1)), false, NOW),
                Map.of(TAKEN, REJECTED)),
        REPEATS((files, file, snapshot) -> files.repeat(file, file.id(), NOW), Map.of(TAKEN, DECIDED)),
        DECIDES((files, file, snapshot) -> files.decide(file, new Totals(1, 1, 1), NOW), Map.of(OPEN, DECIDED)),
        DECIDES_AT_ONCE(
                (files, file, snapshot) -> files.chunks().decide(Map.of(file, new Totals(1, 1, 1)), NOW),
                Map.of(TAKEN, DECIDED)),
        IS_ANSWERED((files, file, snapshot) -> files.answered(file), Map.of(DECIDED, ANSWERED, REJECTED, ANSWERED)),
        PAUSES((files, file, snapshot) -> files.pause(file), Map.of(OPEN, PAUSED)),
        RESUMES((files, file, snapshot) -> files.resume(file), Map.of(OPEN, OPEN, PAUSED, OPEN)),
        FAILS((files, file, snapshot) -> files.hold(file, "failed"), held()),
        IS_KEPT_BACK((files, file, snapshot) -> files.keepBack(file, "ann", "wait"), held()),
        IS_LET_GO((files, file, snapshot) -> files.letGo(file), Map.of());

        private final Move move;
        private final Map<FileState, FileState> leads;

        Arrow(Move move, Map<FileState, FileState> leads) {
            this.move = move;
            this.leads = leads;
        }

        private static Map<FileState, FileState> held() {
            return Map.of(TAKEN, HELD, OPEN, HELD, PAUSED, HELD, DECIDED, HELD, REJECTED, HELD);
        }

        /** Where it leads; null if it must be refused. */
        @Nullable
        Stands from(Stands from) {
            FileState to = leads.get(from.state());
            return switch (this) {
                case FAILS -> to == null ? null : Stands.held(HOLDS.getOrDefault(from.state(), HELD), NOBODY);
                case IS_KEPT_BACK -> to == null ? null : Stands.held(HOLDS.getOrDefault(from.state(), HELD), "ann");
                case IS_LET_GO -> from.state() == HELD ? Stands.in(Objects.requireNonNull(from.heldFrom())) : null;
                // It went out in the moment in which an operator held it: that cannot be taken back.
                case IS_ANSWERED -> to != null || isAnswerOut(from) ? Stands.in(ANSWERED) : null;
                case OPENS, REJECTS, REPEATS, DECIDES, DECIDES_AT_ONCE, PAUSES, RESUMES ->
                    to == null ? null : Stands.in(to);
            };
        }

        private static boolean isAnswerOut(Stands from) {
            return !from.heldBy().isEmpty() && (from.heldFrom() == DECIDED || from.heldFrom() == REJECTED);
        }
    }

    private static List<Stands> everywhere() {
        Stream<Stands> states =
                Arrays.stream(FileState.values()).filter(state -> state != HELD).map(Stands::in);
        Stream<Stands> held = HOLDS.values().stream()
                .distinct()
                .flatMap(from -> Stream.of(Stands.held(from, NOBODY), Stands.held(from, "ann")));
        return Stream.concat(states, held).toList();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void each_arrow_leads_from_its_states_alone_and_never_for_an_older_attempt(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            jdbc.update("insert into snapshot (snapshot_date, digest, row_count, index_name, loaded_at, in_force)"
                    + " values (date '2023-02-28', 'x', 1, 'x', current_timestamp, true)");
            long snapshot = Objects.requireNonNull(jdbc.queryForObject("select id from snapshot", Long.class));
            FileLedger files = new FileLedger(jdbc);
            long id = files.take(new NewFile("ABC", "ABC01.PN000001.BCL", "aa", 1, NOW));

            assertThat(everywhere()).hasSize(14);
            for (Arrow arrow : Arrow.values()) {
                for (Stands from : everywhere()) {
                    put(jdbc, from);
                    Stands to = arrow.from(from);
                    LedgerFile seen = files.get(id);
                    String what = arrow + " from " + from;

                    if (to == null) {
                        refused(what, () -> arrow.move.of(files, seen, snapshot));
                        assertThat(files.get(id)).as(what).isEqualTo(seen);
                    } else {
                        jdbc.update("update inbound_file set attempt = attempt + 1");
                        refused(what + ", an older attempt", () -> arrow.move.of(files, seen, snapshot));
                        arrow.move.of(files, files.get(id), snapshot);
                        assertThat(stands(files.get(id))).as(what).isEqualTo(to);
                    }
                }
            }
        }
    }

    private static void refused(String what, Runnable move) {
        assertThatThrownBy(move::run).as(what).isInstanceOf(LedgerConflict.class);
    }

    private static void put(JdbcTemplate jdbc, Stands stands) {
        jdbc.update(
                "update inbound_file set state = ?, held_from = ?, held_by = ?, hold_reason = ?, repeat_of = null",
                stands.state().name(),
                stands.heldFrom() == null ? null : stands.heldFrom().name(),
                stands.heldBy().isEmpty() ? null : stands.heldBy(),
                stands.state() == HELD ? "because" : null);
    }

    private static Stands stands(LedgerFile file) {
        return new Stands(file.state(), file.heldFrom(), Objects.requireNonNullElse(file.heldBy(), NOBODY));
    }
}
