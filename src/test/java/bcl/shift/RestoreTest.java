package bcl.shift;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import bcl.testsupport.OpenHome;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {
    private static final String STRANGE = "AAA09.PN000001.BCR";

    @TempDir
    Path disk;

    @Test
    void a_database_from_an_old_backup_is_refused_until_it_is_accepted_and_nothing_is_given_twice() throws Exception {
        Home home = new Home(disk.resolve("home"));
        Path backup = disk.resolve("backup.mv.db");
        Path database = home.database().resolve("bcl.mv.db");
        night(1, "A");
        Files.copy(database, backup);
        String lost = night(2, "B");
        Files.copy(backup, database, StandardCopyOption.REPLACE_EXISTING);
        Path outbound = home.outbound("AAA");
        Files.writeString(outbound.resolve(STRANGE), "no answer of this engine");

        try (OpenHome open = open()) {
            OpenHome.Result refused = open.night();
            assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
            assertThat(refused.err())
                    .contains("The database is older than its home", "1 answers in outbound/", "AAA/AAA01.PN000002.BCR")
                    .contains("tells of seals that it does not have", "./run.sh accept-restore");
            assertThat(open.give("status").code()).as("looking is allowed").isEqualTo(ExitCode.DONE);
            OpenHome.Result differs = open.give("reconcile");
            assertThat(differs.code()).isEqualTo(ExitCode.FAILED);
            assertThat(differs.out())
                    .startsWith("The database is older than its home")
                    .contains("What to do: Restore a later backup", "./run.sh accept-restore");

            Files.move(home.quarantine(), disk.resolve("away"));
            Files.createFile(home.quarantine());
            OpenHome.Result broken = open.give("accept-restore", "--skip-crns", "100", "--reason", "disk lost");
            assertThat(broken.code()).isEqualTo(ExitCode.FAILED);
            assertThat(broken.err()).contains("quarantine", "run it again");
            OpenHome.Result unfinished = open.night();
            assertThat(unfinished.code()).as("committed, but not moved").isEqualTo(ExitCode.USAGE);
            assertThat(unfinished.err()).contains("not to the end", "AAA/outbound/AAA01.PN000002.BCR", "Give it again");
            Files.delete(home.quarantine());
            Files.move(disk.resolve("away"), home.quarantine());

            OpenHome.Result accepted = open.give("accept-restore", "--skip-crns", "100", "--reason", "disk lost");
            assertThat(accepted.code()).as(accepted.err()).isEqualTo(ExitCode.DONE);
            assertThat(accepted.out()).contains("the next CRN is 5000000105", "1 answers go to quarantine/");
            assertThat(open.give("accept-restore", "--reason", "again").code()).isEqualTo(ExitCode.NOTHING_TO_DO);
            assertThat(outbound.resolve("AAA01.PN000002.BCR")).doesNotExist();
            assertThat(outbound.resolve(STRANGE)).exists();
            Files.delete(outbound.resolve(STRANGE));
            try (var kept = Files.list(home.quarantine())) {
                assertThat(kept)
                        .singleElement()
                        .satisfies(file -> assertThat(file).hasContent(lost));
            }

            open.send("AAA01.PN000003.BCL", 2, "C");
            OpenHome.Result night = open.night();
            assertThat(night.code()).as(night.err()).isEqualTo(ExitCode.DONE);
            assertThat(open.answer("AAA", "AAA01.PN000003.BCR")).contains(",5000000105,", ",5000000106,");
            OpenHome.Result reconciled = open.give("reconcile");
            assertThat(reconciled.code()).as(reconciled.out()).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void numbers_that_begin_again_are_no_sign_of_a_restore_and_hide_none() throws Exception {
        Home home = new Home(disk.resolve("home"));
        Path backup = disk.resolve("backup.mv.db");
        Path database = home.database().resolve("bcl.mv.db");
        Path outbound = home.outbound("AAA");
        night(1, "A");
        Files.delete(outbound.resolve("AAA01.PN000001.BCR")); // collected
        try (OpenHome open = open()) {
            open.jdbc().update("update stream set last_sequence = 999998 where direction = 'OUT'");
            open.jdbc()
                    .update("insert into restored_stream select system, environment, type, last_sequence,"
                            + " current_timestamp from stream where direction = 'OUT'");
        }
        Files.copy(database, backup);
        try (OpenHome open = open()) {
            open.send("AAA01.PN000002.BCL", 2, "B");
            assertThat(open.night().code()).isEqualTo(ExitCode.DONE);
            open.send("AAA01.PN000003.BCL", 2, "C");
            assertThat(open.night().code()).isEqualTo(ExitCode.DONE);
            assertThat(outbound).isDirectoryContaining("glob:**/AAA01.PN999999.BCR");
            assertThat(outbound).isDirectoryContaining("glob:**/AAA01.PN000001.BCR");

            OpenHome.Result healthy = open.night();
            assertThat(healthy.code()).as(healthy.err()).isEqualTo(ExitCode.DONE);
            assertThat(open.give("accept-restore", "--reason", "none").code()).isEqualTo(ExitCode.NOTHING_TO_DO);
            OpenHome.Result reconciled = open.give("reconcile");
            assertThat(reconciled.code()).as(reconciled.out()).isEqualTo(ExitCode.DONE);
        }
        Files.copy(backup, database, StandardCopyOption.REPLACE_EXISTING);
        try (OpenHome open = open()) {
            OpenHome.Result refused = open.night();
            assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
            assertThat(refused.err()).contains("2 answers in outbound/");

            OpenHome.Result accepted = open.give("accept-restore", "--reason", "disk lost");
            assertThat(accepted.code()).as(accepted.err()).isEqualTo(ExitCode.DONE);
            assertThat(accepted.out()).contains("2 answers go to quarantine/");
            open.send("AAA01.PN000004.BCL", 2, "D");
            OpenHome.Result night = open.night();
            assertThat(night.code()).as(night.err()).isEqualTo(ExitCode.DONE);
            assertThat(open.answer("AAA", "AAA01.PN000002.BCR")).contains("AAA01.PN000004.BCL");
            OpenHome.Result reconciled = open.give("reconcile");
            assertThat(reconciled.code()).as(reconciled.out()).isEqualTo(ExitCode.DONE);
        }
    }

    /** One night with one file of two contacts, by an engine that is closed again; gives the answer. */
    private String night(int number, String references) throws IOException {
        try (OpenHome open = open()) {
            open.send("AAA01.PN00000" + number + ".BCL", 2, references);
            assertThat(open.night().code()).isEqualTo(ExitCode.DONE);
            return open.answer("AAA", "AAA01.PN00000" + number + ".BCR");
        }
    }

    private OpenHome open() throws IOException {
        Files.deleteIfExists(disk.resolve("home/application.yml"));
        return OpenHome.at(EngineHome.at(disk.resolve("home"), Databases.H2), 0, Map.of());
    }
}
