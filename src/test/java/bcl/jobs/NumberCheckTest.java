package bcl.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.ledger.FileLedger;
import bcl.ledger.LedgerFile;
import bcl.ledger.NewFile;
import bcl.ledger.StreamLedger;
import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import bcl.wire.FileName;
import bcl.wire.Reason;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class NumberCheckTest {
    private TestDatabase database;
    private FileLedger files;
    private NumberCheck check;

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_stream_may_start_at_any_number_and_a_gap_is_seen_behind_it(Databases databases) {
        open(databases);

        NumberCheck.Judgement.Turn first = turn("ABC01.PN000041.BCL");
        assertThat(first.fault()).isNull();
        assertThat(first.leavesGap(41)).isFalse();
        used("ABC01.PN000041.BCL", "aa");

        assertThat(turn("ABC01.PN000042.BCL").leavesGap(42)).isFalse();
        assertThat(turn("ABC01.PN000044.BCL").leavesGap(44)).isTrue();
        assertThat(turn("ABC01.TN000044.BCL").leavesGap(44)).isFalse();
        assertThat(turn("ABC02.PN000044.BCL").leavesGap(44)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_used_number_repeats_with_the_same_bytes_and_is_refused_with_others(Databases databases) {
        open(databases);
        LedgerFile earlier = used("ABC01.PN000041.BCL", "aa");

        assertThat(check.judge(taken("ABC01.PN000041.BCL", "aa")))
                .isEqualTo(new NumberCheck.Judgement.Repeat(files.get(earlier.id())));
        assertThat(turn("ABC01.PN000041.BCL").fault()).isEqualTo(Reason.FIL00011);
        assertThat(turn("ABC01.PN000040.BCL").fault()).isEqualTo(Reason.FIL00012);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void after_the_highest_number_only_a_reset_lets_the_stream_start_again(Databases databases) {
        open(databases);
        used("ABC01.PN999999.BCL", "aa");

        assertThat(turn("ABC01.PN000001.BCL").fault()).isEqualTo(Reason.FIL00012);
        database.jdbc().sql("update stream set may_restart = true").update();

        assertThat(turn("ABC01.PN000001.BCL").fault()).isNull();
        assertThat(turn("ABC01.PN000500.BCL").leavesGap(500)).isFalse();
        used("ABC01.PN000001.BCL", "bb");
        assertThat(turn("ABC01.PN000002.BCL").fault()).isNull();
        assertThat(turn("ABC01.PN000003.BCL").leavesGap(3)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_number_of_another_organisation_is_not_judged(Databases databases) {
        open(databases);
        used("ABC01.PN000041.BCL", "aa");

        LedgerFile strange = files.get(files.take(new NewFile("XYZ", "ABC01.PN000041.BCL", "bb", 1, Instant.EPOCH)));

        assertThat(((NumberCheck.Judgement.Turn) check.judge(strange)).fault()).isNull();
    }

    private void open(Databases databases) {
        database = databases.fresh();
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        files = new FileLedger(jdbc);
        check = new NumberCheck(NumberCheck.Numbers.of(files, new StreamLedger(jdbc)));
    }

    private NumberCheck.Judgement.Turn turn(String name) {
        return (NumberCheck.Judgement.Turn) check.judge(taken(name, "other"));
    }

    private LedgerFile taken(String name, String digest) {
        return files.get(files.take(new NewFile("ABC", name, digest, 1, Instant.EPOCH)));
    }

    private LedgerFile used(String name, String digest) {
        LedgerFile file = taken(name, digest);
        NumberCheck.Judgement.Turn turn = (NumberCheck.Judgement.Turn) check.judge(file);
        database.jdbc()
                .sql("update inbound_file set uses_number = true where id = ?")
                .param(file.id())
                .update();
        check.use(file, FileName.parse(name).orElseThrow(), turn);
        return file;
    }
}
