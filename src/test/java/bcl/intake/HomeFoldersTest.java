package bcl.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.wire.Home;
import bcl.wire.Organisation;
import bcl.wire.Role;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFoldersTest {
    @TempDir
    Path temp;

    @Test
    void what_is_missing_is_made_for_the_engine_alone() throws Exception {
        Home home = new Home(temp.resolve("new/home"));

        HomeFolders.prepare(home);
        HomeFolders.prepare(home);
        HomeFolders.organisation(home, "ABC");

        for (Path folder : List.of(
                home.root(), home.reference(), home.keys(), home.quarantine(), home.archive(), home.database())) {
            assertThat(permissions(folder)).as("%s", folder).isEqualTo("rwx------");
        }
        for (Path folder : List.of(home.sftp(), home.inbound("ABC"), home.outbound("ABC"))) {
            assertThat(permissions(folder)).as("%s", folder).isEqualTo("rwxr-x---");
        }
    }

    @Test
    void what_is_there_keeps_its_permissions() throws Exception {
        Home home = new Home(temp.resolve("home"));
        Files.createDirectories(home.inbound("ABC"));
        Files.setPosixFilePermissions(home.inbound("ABC"), PosixFilePermissions.fromString("rwxrwx---"));

        HomeFolders.prepare(home);
        HomeFolders.organisation(home, "ABC");

        assertThat(permissions(home.inbound("ABC"))).isEqualTo("rwxrwx---");
    }

    @Test
    void folders_with_looser_permissions_are_told_unless_nobody_can_come_to_them() throws Exception {
        Home home = new Home(temp.resolve("home"));
        HomeFolders.prepare(home);
        HomeFolders.organisation(home, "ABC");
        Files.setPosixFilePermissions(home.archive(), PosixFilePermissions.fromString("rwxr-x---"));
        Files.setPosixFilePermissions(home.inbound("ABC"), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(HomeFolders.looser(home)).isEmpty();
        Files.setPosixFilePermissions(home.root(), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(HomeFolders.looser(home)).containsExactly("archive rwxr-x---", "sftp/ABC/inbound rwxrwxrwx");
    }

    @Test
    void organisations_that_may_log_by_file_get_their_folders_and_a_name_in_the_way_keeps_none_back() throws Exception {
        Home home = new Home(temp.resolve("home"));
        HomeFolders.prepare(home);
        Files.writeString(home.sftp().resolve("ABC"), "in the way");

        HomeFolders.organisations(
                home,
                List.of(
                        new Organisation("ABC", 1, "First", Role.S, true),
                        new Organisation("DEF", 2, "Second", Role.S, true),
                        new Organisation("GHI", 3, "Third", Role.S, false)));

        assertThat(permissions(home.inbound("DEF"))).isEqualTo("rwxr-x---");
        assertThat(permissions(home.outbound("DEF"))).isEqualTo("rwxr-x---");
        assertThat(home.sftp().resolve("ABC")).hasContent("in the way");
        assertThat(home.sftp().resolve("GHI")).doesNotExist();
    }

    @Test
    void a_file_where_a_folder_should_be_is_refused() throws Exception {
        Home home = new Home(temp.resolve("home"));
        Files.createDirectories(home.root());
        Files.writeString(home.archive(), "");

        assertThatThrownBy(() -> HomeFolders.prepare(home)).isInstanceOf(FileAlreadyExistsException.class);
    }

    private static String permissions(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
