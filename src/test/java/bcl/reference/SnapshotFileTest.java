package bcl.reference;

import static bcl.reference.ReferenceFiles.DATE;
import static bcl.reference.ReferenceFiles.POINT;
import static bcl.reference.ReferenceFiles.POINTS;
import static org.assertj.core.api.Assertions.assertThat;

import bcl.wire.MeterPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotFileTest {
    @TempDir
    private Path folder;

    private int built;

    @Test
    void every_field_that_rules_read_is_found_again() {
        SnapshotIndex index = good(POINTS
                + "9900001207,XYZ,NET,LI,4,D,73199,g4a12345/78-901\n"
                + "1000000109,,N9T,EX,1,I,73200,\n"
                + "0000141108,ABC,AAA,CL,2,D,0,\"A B\"\n"
                + "9999999999,Z99,Z99,PL,3,I,999999999999999999,NŴY\n"
                + "1,AAA,A00,CA,4,D,1,X\n"
                + "2,AAA,A00,DE,4,D,1, \n");

        assertThat(index.date()).isEqualTo(DATE);
        assertThat(index.find(9900001207L))
                .isEqualTo(new MeterPoint(9900001207L, "XYZ", "NET", "LI", 4, true, "G4A12345/78-901"));
        assertThat(index.find(1000000109L)).isEqualTo(new MeterPoint(1000000109L, "", "N9T", "EX", 1, false, null));
        assertThat(index.find(141108)).isEqualTo(new MeterPoint(141108, "ABC", "AAA", "CL", 2, true, "A B"));
        assertThat(index.find(9999999999L)).isEqualTo(new MeterPoint(9999999999L, "Z99", "Z99", "PL", 3, false, "NŴY"));
        assertThat(index.find(1)).isEqualTo(new MeterPoint(1, "AAA", "A00", "CA", 4, true, "X"));
        assertThat(index.find(2)).isEqualTo(new MeterPoint(2, "AAA", "A00", "DE", 4, true, null));
    }

    @Test
    void numbers_that_are_not_there_are_not_found() {
        SnapshotIndex index = good(POINTS + POINT);

        for (long mprn :
                new long[] {-1, 0, 1, 9900001206L, 9900001208L, 9_999_999_999L, 10_000_000_000L, Long.MAX_VALUE}) {
            assertThat(index.find(mprn)).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ,XYZ,NET,LI,4,D,1,            | mprn          | is not a number of 1 to 10 digits
                    0,XYZ,NET,LI,4,D,1,           | mprn          | is not a number of 1 to 10 digits
                    12345678901,XYZ,NET,LI,4,D,1, | mprn          | is not a number of 1 to 10 digits
                    -5,XYZ,NET,LI,4,D,1,          | mprn          | is not a number of 1 to 10 digits
                    5,xyz,NET,LI,4,D,1,           | shipper       | is neither empty nor a capital letter and two capital letters or digits
                    5,XYZ,,LI,4,D,1,              | network       | is not a capital letter and two capital letters or digits
                    5,XYZ,NETS,LI,4,D,1,          | network       | is not a capital letter and two capital letters or digits
                    5,XYZ,NET,li,4,D,1,           | status        | is none of LI DE CA CL PL EX
                    5,XYZ,NET,,4,D,1,             | status        | is none of LI DE CA CL PL EX
                    5,XYZ,NET,LI,0,D,1,           | class         | is not 1 to 4
                    5,XYZ,NET,LI,5,D,1,           | class         | is not 1 to 4
                    5,XYZ,NET,LI,,D,1,            | class         | is not 1 to 4
                    5,XYZ,NET,LI,04,D,1,          | class         | is not 1 to 4
                    5,XYZ,NET,LI,4,X,1,           | market_sector | is neither D nor I
                    5,XYZ,NET,LI,4,D,1.5,         | aq_kwh        | is not a whole number of kWh
                    5,XYZ,NET,LI,4,D,-1,          | aq_kwh        | is not a whole number of kWh
                    5,XYZ,NET,LI,4,D,,            | aq_kwh        | is not a whole number of kWh
                    5,XYZ,NET,LI,4,D,1,12345678901234567890123456789012345678901 | meter_serial | is longer than 40 characters
                    5,XYZ,NET,LI,4,D,1            |               | 7 columns instead of 8
                    """)
    void a_bad_line_is_named(String line, String column, String problem) {
        Refused refused = refused(POINTS + POINT + line + "\n", 0);

        assertThat(refused.lines()).containsExactly(new BadLine(3, column, problem));
    }

    @Test
    void a_number_that_is_there_twice_names_both_lines_beside_all_other_bad_lines() {
        Refused refused = refused(
                POINTS
                        + "7,XYZ,NET,LI,4,D,1,A\n"
                        + "6,XYZ,NET,LI,4,D,1,A\n"
                        + "5,XYZ,NET,LI,4,D,x,A\n"
                        + "007,ABC,NET,LI,4,D,1,B\n"
                        + "7,ABC,NET,LI,4,D,1,B\n",
                0);

        assertThat(refused.lines())
                .containsExactly(
                        new BadLine(4, "aq_kwh", "is not a whole number of kWh"),
                        new BadLine(5, "mprn", "is also in line 2"),
                        new BadLine(6, "mprn", "is also in line 2"));
        assertThat(refused.badLines()).isEqualTo(3);
    }

    @Test
    void a_broken_off_file_is_refused() {
        assertThat(refused(POINTS + POINT + "1000000109,XYZ,NET,LI,4,D,1500", 0).lines())
                .containsExactly(new BadLine(3, null, "the line has no line end, so the file may be incomplete"));
    }

    @Test
    void too_few_rows_are_refused() {
        assertThat(refused(ReferenceFiles.points(4), 5).problem()).contains("4 rows", "at least 5", "smallest-share");
        assertThat(refused(POINTS, 0).problem()).contains("no rows");
    }

    @Test
    void the_share_is_rounded_so_that_exactly_half_is_enough() {
        ReferenceSettings half = ReferenceSettings.DEFAULT;

        assertThat(List.of(half.smallest(10), half.smallest(9), half.smallest(1), half.smallest(0)))
                .containsExactly(5L, 5L, 1L, 0L);
        assertThat(new ReferenceSettings(BigDecimal.ZERO).smallest(100)).isZero();
        assertThat(new ReferenceSettings(BigDecimal.ONE).smallest(7)).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "0.07,100,7",
        "0.14,100,14",
        "0.28,100,28",
        "0.55,100,55",
        "0.56,100,56",
        "0.55,24000000,13200000",
        "0.125,1000,125",
        "0.125,9,2",
        "0.00000001,24000000,1"
    })
    void a_share_is_as_exact_as_it_was_set(BigDecimal share, long inForce, long smallest) {
        assertThat(new ReferenceSettings(share).smallest(inForce)).isEqualTo(smallest);
    }

    @Test
    void only_dates_of_the_calendar_are_dates_of_snapshots() {
        assertThat(SnapshotFile.date("meter-points-20230228.csv")).contains(DATE);
        assertThat(SnapshotFile.name(DATE)).isEqualTo("meter-points-20230228.csv");
        List<String> others = new ArrayList<>(List.of("meter-points-20230229.csv", "meter-points-20230228.csv.part"));
        others.addAll(List.of(".meter-points-20230228.csv", "meter-points-2023022.csv", "Meter-points-20230228.csv"));
        assertThat(others)
                .allSatisfy(name -> assertThat(SnapshotFile.date(name)).isEmpty());
    }

    private SnapshotIndex good(String content) {
        try {
            Path index = folder.resolve("index" + built++);
            Attempt<Long> attempt = SnapshotFile.build(source(content), DATE, 0, index);
            assertThat(attempt).isInstanceOf(Attempt.Done.class);
            return SnapshotIndex.open(index);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Refused refused(String content, long smallest) {
        try {
            Path index = folder.resolve("index" + built++);
            Attempt<Long> attempt = SnapshotFile.build(source(content), DATE, smallest, index);
            return ((Attempt.NotDone<Long>) attempt).refused();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SourceFile source(String content) throws IOException {
        return SourceFile.look(ReferenceFiles.write(folder, SnapshotFile.name(DATE), content));
    }
}
