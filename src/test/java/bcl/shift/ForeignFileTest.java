package bcl.shift;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.ledger.Notice;
import bcl.ledger.OperatorLedger;
import bcl.testsupport.Databases;
import bcl.testsupport.OpenHome;
import bcl.wire.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignFileTest {
    @TempDir
    Path disk;

    @Test
    void a_file_of_another_organisation_and_a_folder_that_is_open_to_others_are_told_and_the_program_is_recorded()
            throws Exception {
        try (OpenHome home = OpenHome.at(Files.createDirectory(disk.resolve("home")), Databases.H2, 0)) {
            home.send("AAA01.PN000001.BCL", 1, "A");
            home.send("BBB01.PN000001.BCL", 1, "B");
            Path sent = new Home(home.root()).inbound("BBB").resolve("BBB01.PN000001.BCL");
            Files.move(sent, new Home(home.root()).inbound("AAA").resolve("BBB01.PN000001.BCL"));
            Files.setPosixFilePermissions(
                    new Home(home.root()).inbound("AAA"), PosixFilePermissions.fromString("rwxrwxrwx"));

            home.night();

            OperatorLedger operators = new OperatorLedger(home.jdbc());
            assertThat(operators.notices("FIL00009")).singleElement().satisfies(notice -> {
                assertThat(notice.fileId())
                        .isEqualTo(home.file("BBB01.PN000001.BCL").id());
                assertThat(notice.subject()).isEqualTo("AAA");
            });
            assertThat(operators.notices("LOOSE_PERMISSIONS"))
                    .singleElement()
                    .extracting(Notice::detail)
                    .asString()
                    .contains("sftp/AAA/inbound rwxrwxrwx");
            assertThat(home.jdbc().queryForList("select program from run", String.class))
                    .containsOnly(ProgramId.get());
        }
    }

    @Test
    void a_new_organisation_has_its_folders_after_the_night_and_a_name_in_the_way_stops_nothing() throws Exception {
        try (OpenHome home = OpenHome.at(Files.createDirectory(disk.resolve("home")), Databases.H2, 0)) {
            Home paths = new Home(home.root());
            Files.writeString(paths.sftp().resolve("BBB"), "in the way");

            OpenHome.Result night = home.night();

            assertThat(night.code()).as(night.err()).isEqualTo(ExitCode.DONE);
            assertThat(paths.inbound("AAA")).isEmptyDirectory();
            assertThat(paths.outbound("AAA")).isEmptyDirectory();
            assertThat(paths.sftp().resolve("BBB")).hasContent("in the way");
        }
    }
}
