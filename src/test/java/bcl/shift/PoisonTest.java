package bcl.shift;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.ledger.FileState;
import bcl.testsupport.Databases;
import bcl.testsupport.OpenHome;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One contact on which the engine itself fails, which no check foresaw: here the database refuses its row. */
class PoisonTest {
    private static final String POISONED = "AAA01.PN000001.BCL";
    private static final String LATER = "AAA01.PN000002.BCL";
    private static final String OTHER = "BBB01.PN000001.BCL";

    @TempDir
    Path disk;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_small_file_with_it_is_held_alone_and_answered_once_the_cause_is_mended(Databases databases)
            throws Exception {
        try (OpenHome home = OpenHome.at(disk, databases, 0)) {
            poison(home);

            assertThat(home.night().code()).isEqualTo(ExitCode.FAILED);

            isHeldAlone(home, 0);
            answeredOnceMended(home);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_large_file_with_it_is_held_and_what_was_decided_before_stays(Databases databases) throws Exception {
        try (OpenHome home = OpenHome.at(disk, databases, 2)) {
            poison(home);

            assertThat(home.night().code()).isEqualTo(ExitCode.FAILED);

            // Chunks of two: the sixth contact fails, and the fifth with it.
            isHeldAlone(home, 4);
            answeredOnceMended(home);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_run_that_breaks_off_is_told_until_one_is_without(Databases databases) throws Exception {
        try (OpenHome home = OpenHome.at(disk, databases, 0)) {
            home.send(OTHER, 2, "O");
            home.jdbc().execute("alter table organisation rename to mislaid");

            assertThat(home.night().code()).isEqualTo(ExitCode.FAILED);

            assertThat(home.jdbc().queryForList("select exit_code from run order by id", Integer.class))
                    .containsExactly(ExitCode.FAILED.code());
            home.jdbc().execute("alter table mislaid rename to organisation");
            assertThat(home.give("status").out()).contains("failed at the run itself: BadSqlGrammarException");
            assertThat(home.night().code()).isEqualTo(ExitCode.DONE);
            assertThat(home.give("status").out()).doesNotContain("the run itself");
        }
    }

    private static void poison(OpenHome home) throws Exception {
        home.jdbc().execute("alter table contact add constraint poison check (reference <> 'P-6')");
        home.send(POISONED, 8, "P");
        home.send(LATER, 2, "L");
        home.send(OTHER, 2, "O");
    }

    private static void isHeldAlone(OpenHome home, int decided) throws Exception {
        assertThat(home.state(POISONED)).isEqualTo(FileState.HELD);
        assertThat(home.state(LATER)).isEqualTo(FileState.TAKEN);
        assertThat(home.state(OTHER)).isEqualTo(FileState.ANSWERED);
        assertThat(home.file(POISONED).holdReason())
                .contains("the database refused (23")
                .contains("Mend the cause, then: rerun")
                .doesNotContain("P-6");
        assertThat(home.count("select count(*) from outcome where file_id = "
                        + home.file(POISONED).id()))
                .isEqualTo(decided);
        assertThat(disk(home, "AAA01.PN000001.BCR")).doesNotExist();
        assertThat(home.answer("BBB", "BBB01.PN000001.BCR")).contains("\"AC\",\"O-2\"");
    }

    private static void answeredOnceMended(OpenHome home) throws Exception {
        home.jdbc().execute("alter table contact drop constraint poison");

        assertThat(home.give("rerun", POISONED, "--reason", "mended").code()).isEqualTo(ExitCode.DONE);
        assertThat(home.night().code()).isEqualTo(ExitCode.DONE);

        assertThat(home.answer("AAA", "AAA01.PN000001.BCR"))
                .contains(",8,8,0,0,")
                .contains("\"AC\",\"P-6\"");
        assertThat(home.answer("AAA", "AAA01.PN000002.BCR")).contains(",2,2,0,0,");
        assertThat(home.count("select count(*) from contact")).isEqualTo(12);
        assertThat(home.give("reconcile").code()).isEqualTo(ExitCode.DONE);
    }

    private static Path disk(OpenHome home, String answer) {
        return new bcl.wire.Home(home.root()).outbound("AAA").resolve(answer);
    }
}
