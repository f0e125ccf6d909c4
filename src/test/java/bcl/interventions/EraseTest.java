package bcl.interventions;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.ledger.LedgerFile;
import bcl.testsupport.Databases;
import bcl.testsupport.OpenHome;
import bcl.wire.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EraseTest {
    private static final String ONE = "AAA01.PN000001.BCL";

    @TempDir
    Path disk;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void after_it_files_and_contacts_are_still_known_and_everything_is_proved(Databases databases) throws Exception {
        try (OpenHome home = OpenHome.at(disk, databases, 0)) {
            home.send(ONE, 3, "A");
            home.night();
            LedgerFile file = home.file(ONE);
            Path answer = new Home(home.root()).outbound("AAA").resolve("AAA01.PN000001.BCR");
            byte[] answered = Files.readAllBytes(answer);
            long first = home.count("select min(crn) from contact");

            home.eraseAfterTwoYears();

            assertThat(home.give("contact", Long.toString(first)).out())
                    .contains("Records", "erased on ", " by rule: content older than P1Y")
                    .doesNotContain("Ann Other");
            assertThat(home.give("contact", Long.toString(first), "--json").out())
                    .contains("\"erased\":\"erased on ", "\"records\":[]");
            assertThat(home.give("reconcile").out())
                    .contains("of 1 the content was erased by rule", "Everything adds up.");
            assertThat(home.give("verify", answer.toString()).out()).contains("byte for byte", "Proved.");
            Path changed = Files.write(disk.resolve("AAA01.PN000001.BCR"), answered);
            Files.writeString(changed, Files.readString(changed).replace("AACA", "CCVA"));
            assertThat(home.give("verify", changed.toString()).out())
                    .contains("It has other bytes than AAA01.PN000001.BCR", "the content was erased on", "Not proved.");
            assertThat(home.give("rerun", ONE, "--reason", "again").code()).isEqualTo(ExitCode.NOTHING_TO_DO);

            Files.delete(answer);
            home.send(ONE, 3, "A");
            home.send("AAA01.PN000002.BCL", 3, "A");
            assertThat(home.night().code()).isEqualTo(ExitCode.DONE);

            assertThat(answer).as("put back for the same bytes").hasBinaryContent(answered);
            assertThat(home.answer("AAA", "AAA01.PN000002.BCR"))
                    .contains("CON00011")
                    .contains(Long.toString(first));
            assertThat(home.count("select count(*) from contact")).isEqualTo(3);
            assertThat(new Home(home.root()).sealed(file.digest())).exists();
            OpenHome.Result reconciled = home.give("reconcile");
            assertThat(reconciled.code()).as(reconciled.out()).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void it_is_rehearsed_refused_without_a_reason_and_recorded() throws Exception {
        try (OpenHome home = OpenHome.at(disk, Databases.H2, 0)) {
            home.send(ONE, 1, "A");
            home.night();

            assertThat(home.give("erase", "--older-than", "P1D", "--rehearse").out())
                    .contains("Would be erased: the content of 0 files");
            assertThat(home.give("erase", "--older-than", "P1D", "--reason", "schedule")
                            .code())
                    .isEqualTo(ExitCode.NOTHING_TO_DO);
            assertThat(home.give("erase", "--older-than", "P1D").err()).contains("--reason");
            assertThat(home.give("erase", "--older-than", "0", "--rehearse").err())
                    .contains("no period");
            assertThat(home.jdbc()
                            .queryForList(
                                    "select subject || ': ' || reason || ': ' || result from operator_action"
                                            + " where verb = 'erase' order by id",
                                    String.class))
                    .containsExactly(
                            "content P1D, answers P1D, quarantine P1D: schedule: begun",
                            "content P1D, answers P1D, quarantine P1D: schedule: the content of 0 files (0 records of"
                                    + " contacts, 0 sealed copies), 0 collected answers in outbound/, 0 files in"
                                    + " quarantine");
        }
    }

    @Test
    void what_a_backup_brought_back_is_erased_before_the_next_night() throws Exception {
        try (OpenHome home = OpenHome.at(disk, Databases.H2, 0)) {
            home.send(ONE, 1, "A");
            home.night();
            byte[] copy = Files.readAllBytes(
                    new Home(home.root()).sealed(home.file(ONE).digest()));
            home.eraseAfterTwoYears();
            home.jdbc().update("delete from erasure");
            Files.write(new Home(home.root()).sealed(home.file(ONE).digest()), copy);

            assertThat(home.night().code()).isEqualTo(ExitCode.DONE);

            assertThat(new Home(home.root()).sealed(home.file(ONE).digest())).doesNotExist();
            assertThat(home.jdbc().queryForList("select kind from notice", String.class))
                    .contains("ERASED_AGAIN");
            assertThat(home.give("reconcile").code()).isEqualTo(ExitCode.DONE);
        }
    }
}
