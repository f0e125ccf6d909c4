package bcl.reference;

import static bcl.reference.ReferenceFiles.ORGANISATIONS;
import static bcl.reference.ReferenceFiles.POINT;
import static bcl.reference.ReferenceFiles.POINTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import bcl.wire.Home;
import bcl.wire.MeterPoint;
import bcl.wire.MeterPoints;
import bcl.wire.Organisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReferenceDataTest {
    private static final Instant NIGHT = Instant.parse("2023-03-01T00:10:00Z");
    private static final String TWO = ORGANISATIONS + "XYZ,1234,Example,S,Y\nNET,5,Network,G,N\n";

    @TempDir
    private Path root;

    private TestDatabase database;
    private Home home;

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void both_files_come_into_force_and_stay_while_they_do_not_change(Databases databases) throws IOException {
        ReferenceData data = home(databases);
        organisations(TWO);
        snapshot("20230227", ReferenceFiles.points(3));
        snapshot("20230228", POINTS + POINT);

        LoadReport first = data.refresh();
        LoadReport second = data.refresh();

        assertThat(first.loaded())
                .extracting(Loaded::file)
                .containsExactly("organisations.csv", "meter-points-20230228.csv");
        assertThat(first.loaded()).extracting(Loaded::rows).containsExactly(2L, 1L);
        assertThat(first.refused()).isEmpty();
        assertThat(first.usable()).isTrue();
        assertThat(second).isEqualTo(new LoadReport(List.of(), List.of(), true));
        assertThat(data.organisations().all())
                .extracting(Organisation::shortCode)
                .containsExactly("NET", "XYZ");
        assertThat(data.organisations().find("XYZ")).map(Organisation::id).contains(1234L);
        assertThat(data.organisations().find("ABC")).isEmpty();
        assertThat(inForce(data).date()).isEqualTo(LocalDate.of(2023, 2, 28));
        assertThat(inForce(data).find(9900001207L))
                .isEqualTo(new MeterPoint(9900001207L, "XYZ", "NET", "LI", 4, true, "G4A12345678901"));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_empty_home_has_nothing_in_force(Databases databases) throws IOException {
        ReferenceData data = home(databases);

        assertThat(data.refresh()).isEqualTo(new LoadReport(List.of(), List.of(), false));
        assertThat(data.organisations().all()).isEmpty();
        assertThat(data.inForce()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void refused_files_leave_the_ones_in_force_and_are_told_every_night(Databases databases) throws IOException {
        ReferenceData data = loaded(databases, 4);
        organisations(TWO + "bad\n");
        snapshot("20230301", POINTS + POINT + POINT);

        for (int night = 0; night < 2; night++) {
            LoadReport report = data.refresh();

            assertThat(report.loaded()).isEmpty();
            assertThat(report.usable()).isTrue();
            assertThat(report.refused())
                    .extracting(Refused::file)
                    .containsExactly("organisations.csv", "meter-points-20230301.csv");
            assertThat(report.refused()).extracting(Refused::badLines).containsExactly(1L, 1L);
        }
        assertThat(data.organisations().all()).hasSize(2);
        assertThat(inForce(data).find(1_000_004)).isNotNull();
        assertThat(details()).hasSize(4).first().asString().contains("line 4: 1 columns instead of 5");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void one_refused_file_does_not_keep_the_other_back(Databases databases) throws IOException {
        ReferenceData data = loaded(databases, 4);
        organisations(ORGANISATIONS + "NEW,1,New,S,Y\n");
        snapshot("20230301", "nonsense\n");

        LoadReport report = data.refresh();

        assertThat(report.loaded()).extracting(Loaded::file).containsExactly("organisations.csv");
        assertThat(report.refused()).extracting(Refused::file).containsExactly("meter-points-20230301.csv");
        assertThat(data.organisations().all())
                .extracting(Organisation::shortCode)
                .containsExactly("NEW");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_snapshot_below_the_smallest_share_is_refused_and_at_it_is_not(Databases databases) throws IOException {
        ReferenceData data = loaded(databases, 5);
        snapshot("20230301", ReferenceFiles.points(2));

        assertThat(data.refresh().refused()).singleElement().satisfies(refused -> {
            assertThat(refused.file()).isEqualTo("meter-points-20230301.csv");
            assertThat(refused.problem()).contains("2 rows", "at least 3");
        });

        snapshot("20230302", ReferenceFiles.points(3));
        assertThat(data.refresh().loaded()).extracting(Loaded::file).containsExactly("meter-points-20230302.csv");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_date_that_was_loaded_with_other_bytes_is_refused_even_after_a_newer_one(Databases databases)
            throws IOException {
        ReferenceData data = loaded(databases, 4);
        snapshot("20230301", ReferenceFiles.points(5));
        data.refresh();
        Files.delete(home.reference().resolve("meter-points-20230301.csv"));
        snapshot("20230228", ReferenceFiles.points(6));

        assertThat(data.refresh().refused()).singleElement().satisfies(refused -> {
            assertThat(refused.file()).isEqualTo("meter-points-20230228.csv");
            assertThat(refused.problem()).contains("loaded before with other bytes");
        });
        assertThat(inForce(data).date()).isEqualTo(LocalDate.of(2023, 3, 1));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_newest_in_the_folder_counts_also_when_it_is_the_one_before(Databases databases) throws IOException {
        ReferenceData data = loaded(databases, 4);
        long first = data.inForce().orElseThrow().id();
        snapshot("20230301", ReferenceFiles.points(5));
        data.refresh();
        Files.delete(home.reference().resolve("meter-points-20230301.csv"));

        data.refresh();

        assertThat(data.inForce()).map(Snapshot::id).contains(first);
        assertThat(inForce(data).find(1_000_005)).isNull();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_one_in_force_stays_when_its_file_is_taken_away(Databases databases) throws IOException {
        ReferenceData data = loaded(databases, 4);
        Files.delete(home.reference().resolve("meter-points-20230228.csv"));
        Files.delete(home.reference().resolve("organisations.csv"));

        assertThat(data.refresh()).isEqualTo(new LoadReport(List.of(), List.of(), true));
        assertThat(inForce(reopened()).find(1_000_001)).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void temporary_names_are_not_looked_at_and_impossible_dates_are_told(Databases databases) throws IOException {
        ReferenceData data = loaded(databases, 4);
        for (String name :
                List.of(".meter-points-20230302.csv", "meter-points-20230302.csv.part", "organisations.csv.tmp")) {
            ReferenceFiles.write(home.reference(), name, "half a fi");
        }
        assertThat(data.refresh()).isEqualTo(new LoadReport(List.of(), List.of(), true));

        snapshot("20230230", ReferenceFiles.points(4));
        assertThat(data.refresh().refused()).extracting(Refused::file).containsExactly("meter-points-20230230.csv");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_folder_with_the_name_of_a_file_is_refused(Databases databases) throws IOException {
        ReferenceData data = loaded(databases, 4);
        Files.createDirectory(home.reference().resolve("meter-points-20230301.csv"));

        assertThat(data.refresh().refused()).extracting(Refused::file).containsExactly("meter-points-20230301.csv");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_lost_or_damaged_index_is_built_again_from_the_same_bytes(Databases databases) throws IOException {
        loaded(databases, 4);
        Path index = indexes().get(0);

        Files.delete(index);
        assertThat(inForce(reopened()).find(1_000_004)).isNotNull();

        Files.writeString(index, "damaged");
        ReferenceData data = reopened();
        data.refresh();
        assertThat(inForce(data).find(1_000_004)).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_lost_index_without_its_file_is_a_failure_that_says_what_to_do(Databases databases) throws IOException {
        loaded(databases, 4);
        Files.delete(indexes().get(0));

        Path csv = home.reference().resolve("meter-points-20230228.csv");
        Files.writeString(csv, ReferenceFiles.points(5));
        assertThatThrownBy(() -> reopened().refresh())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("other bytes");

        Files.delete(csv);
        assertThatThrownBy(() -> reopened().refresh())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is missing")
                .hasMessageContaining("meter-points-20230228.csv cannot be read. Put it back");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_a_killed_run_left_is_removed(Databases databases) throws IOException {
        ReferenceData data = loaded(databases, 4);
        Path building = Files.createDirectories(home.snapshots().resolve(".building-123/runs"));
        Files.writeString(building.resolve("run-0"), "half");
        Files.writeString(home.snapshots().resolve("meter-points-2023-03-01-0123456789abcdef.index"), "never in force");

        data.refresh();

        try (Stream<Path> left = Files.list(home.snapshots())) {
            assertThat(left).containsExactlyElementsOf(indexes()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_switch_that_the_database_refuses_leaves_the_old_in_force(Databases databases) throws IOException {
        ReferenceData data = loaded(databases, 4);
        long first = data.inForce().orElseThrow().id();
        organisations(ORGANISATIONS + "NEW,1,New,S,Y\n");
        snapshot("20230301", ReferenceFiles.points(5));
        database.jdbc()
                .sql("alter table reference_load add constraint full_disk check (not loaded or id <= 2)")
                .update();

        assertThatThrownBy(data::refresh).isInstanceOf(org.springframework.dao.DataAccessException.class);

        assertThat(reopened().organisations().all()).hasSize(2);
        assertThat(reopened().inForce()).map(Snapshot::id).contains(first);
        database.jdbc()
                .sql("alter table reference_load drop constraint full_disk")
                .update();
        assertThat(reopened().refresh().loaded()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_index_is_kept_until_the_last_file_that_was_begun_with_it_is_answered(Databases databases)
            throws IOException {
        ReferenceData data = loaded(databases, 4);
        long first = data.inForce().orElseThrow().id();
        database.jdbc()
                .sql("insert into inbound_file (organisation, name, digest, size, received_at, state, snapshot_id)"
                        + " values ('XYZ', 'XYZ01.PN000001.BCL', 'd', 1, current_timestamp, 'PAUSED', ?)")
                .param(first)
                .update();
        snapshot("20230301", ReferenceFiles.points(5));

        data.refresh();

        assertThat(indexes()).hasSize(2);
        assertThat(data.open(first).find(1_000_005)).isNull();
        assertThat(data.open(first)).isSameAs(data.open(first));
        assertThat(inForce(data).find(1_000_005)).isNotNull();

        database.jdbc().sql("update inbound_file set state = 'ANSWERED'").update();
        data.refresh();

        assertThat(indexes()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void another_process_sees_new_organisations_without_a_restart(Databases databases) throws IOException {
        ReferenceData one = loaded(databases, 4);
        ReferenceData other = reopened();
        assertThat(other.organisations().find("NEW")).isEmpty();

        organisations(ORGANISATIONS + "NEW,1,New,S,Y\n");
        one.refresh();

        assertThat(other.organisations().find("NEW")).isPresent();
        assertThat(other.organisations()).isSameAs(other.organisations());
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_longest_list_of_bad_lines_is_recorded(Databases databases) throws IOException {
        ReferenceData data = loaded(databases, 4);
        organisations(ORGANISATIONS + "b,b,,b,b\n".repeat(20_000));

        assertThat(data.refresh().refused()).extracting(Refused::badLines).containsExactly(20_000L);
        assertThat(details()).singleElement().asString().contains("line 2, bulk", "more lines");
    }

    private ReferenceData home(Databases databases) {
        database = databases.fresh();
        home = new Home(root);
        return reopened();
    }

    private ReferenceData loaded(Databases databases, int points) throws IOException {
        ReferenceData data = home(databases);
        organisations(TWO);
        snapshot("20230228", ReferenceFiles.points(points));
        assertThat(data.refresh().loaded()).hasSize(2);
        return data;
    }

    private ReferenceData reopened() {
        return new ReferenceData(
                database.jdbc(), database.transactions(), home, ReferenceSettings.DEFAULT, () -> NIGHT);
    }

    private void organisations(String content) {
        ReferenceFiles.write(home.reference(), "organisations.csv", content);
    }

    private void snapshot(String date, String content) {
        ReferenceFiles.write(home.reference(), "meter-points-" + date + ".csv", content);
    }

    private static MeterPoints inForce(ReferenceData data) throws IOException {
        return data.open(data.inForce().orElseThrow().id());
    }

    private List<Path> indexes() throws IOException {
        try (Stream<Path> paths = Files.list(home.snapshots())) {
            return paths.filter(path -> path.toString().endsWith(".index")).toList();
        }
    }

    private List<String> details() {
        return database.jdbc()
                .sql("select detail from reference_load where not loaded order by id")
                .query(String.class)
                .list();
    }
}
