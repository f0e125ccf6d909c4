package bcl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import bcl.wire.FileName;
import bcl.wire.StreamName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class FileChunksTest {
    private static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void many_files_are_taken_in_their_order_and_found_by_the_numbers_they_used(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            FileLedger files = new FileLedger(jdbc);

            List<Long> ids = files.take(IntStream.rangeClosed(1, 300)
                    .mapToObj(number -> file(String.format("ABC01.PN%06d.BCL", number)))
                    .toList());
            jdbc.update("update inbound_file set uses_number = true where number <= 2");

            assertThat(ids).hasSize(300).isSorted().doesNotHaveDuplicates();
            assertThat(files.get(ids.get(299)).name()).isEqualTo("ABC01.PN000300.BCL");
            FileName second = FileName.parse("ABC01.PN000002.BCL").orElseThrow();
            FileName third = FileName.parse("ABC01.PN000003.BCL").orElseThrow();
            assertThat(files.chunks().thatUsed(List.of(second, third)))
                    .isEqualTo(Map.of(second, files.get(ids.get(1))));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void one_file_that_has_moved_on_refuses_its_whole_chunk(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            FileLedger files = new FileLedger(jdbc);
            List<Long> ids = files.take(List.of(file("ABC01.PN000001.BCL"), file("ABC01.PN000002.BCL")));
            Map<LedgerFile, Totals> chunk = new LinkedHashMap<>();
            files.chunks().get(ids).forEach(file -> chunk.put(file, new Totals(1, 0, 0)));
            jdbc.update("update inbound_file set attempt = attempt + 1 where id = ?", ids.get(1));

            assertThatThrownBy(() -> database.transactions()
                            .executeWithoutResult(status -> files.chunks().decide(chunk, NOW)))
                    .isInstanceOf(LedgerConflict.class)
                    .hasMessageContaining("file " + ids.get(1));

            assertThat(files.chunks().get(ids)).extracting(LedgerFile::state).containsOnly(FileState.TAKEN);
            assertThatThrownBy(() -> files.chunks().answered(files.chunks().get(ids)))
                    .isInstanceOf(LedgerConflict.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void answers_of_several_streams_get_numbers_without_gaps_in_new_streams_and_old(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            StreamLedger streams = new StreamLedger(new JdbcTemplate(database.dataSource()));
            StreamName one = StreamName.parse("ABC01.PN.BCR").orElseThrow();
            StreamName two = StreamName.parse("XYZ01.TN.FRJ").orElseThrow();
            streams.next(one);

            Map<StreamName, List<StreamLedger.NextAnswer>> next = streams.next(Map.of(one, 3, two, 2));

            assertThat(next.get(one))
                    .extracting(each -> each.name().toString())
                    .containsExactly("ABC01.PN000002.BCR", "ABC01.PN000003.BCR", "ABC01.PN000004.BCR");
            assertThat(next.get(two))
                    .extracting(StreamLedger.NextAnswer::sequence)
                    .containsExactly(1L, 2L);
            assertThat(streams.foreseen(two)).hasToString("XYZ01.TN000003.FRJ");
        }
    }

    private static NewFile file(String name) {
        return new NewFile("ABC", name, "aa", 1, NOW);
    }
}
