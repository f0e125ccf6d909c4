package bcl.shift;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.ledger.FileState;
import bcl.testsupport.Databases;
import bcl.testsupport.OpenHome;
import bcl.wire.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sender took its answer away and sends the same file again: the answer is put back, or that delivery alone is held. */
class PutBackTest {
    private static final String FILE = "AAA01.PN000001.BCL";
    private static final String ANSWER = "AAA01.PN000001.BCR";
    private static final String OTHER = "BBB01.PN000001.BCL";

    @TempDir
    Path disk;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void long_after_its_snapshot_was_replaced(Databases databases) throws Exception {
        try (OpenHome home = OpenHome.at(disk, databases, 0)) {
            home.send(FILE, 2, "A");
            assertThat(home.night().code()).isEqualTo(ExitCode.DONE);
            String answered = taken(home);
            Path old = disk.resolve("reference/meter-points-20261120.csv");
            Files.copy(old, disk.resolve("reference/meter-points-20261121.csv"));
            Files.delete(old);
            assertThat(home.night().code()).isEqualTo(ExitCode.DONE);

            home.send(FILE, 2, "A");
            home.send(OTHER, 2, "O");
            OpenHome.Result night = home.night();

            assertThat(night.code()).as(night.err()).isEqualTo(ExitCode.DONE);
            assertThat(home.answer("AAA", ANSWER)).isEqualTo(answered);
            assertThat(home.state(OTHER)).isEqualTo(FileState.ANSWERED);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void with_its_sealed_copy_altered_or_gone(Databases databases) throws Exception {
        try (OpenHome home = OpenHome.at(disk, databases, 0)) {
            home.send(FILE, 2, "A");
            assertThat(home.night().code()).isEqualTo(ExitCode.DONE);
            String answered = taken(home);
            Path sealed = new Home(disk).sealed(home.file(FILE).digest());
            byte[] bytes = Files.readAllBytes(sealed);
            home.send(FILE, 2, "A");
            home.send(OTHER, 2, "O");
            home.takeIn();
            Files.delete(sealed);
            Files.writeString(sealed, "A00,1,BCL,20261120,120000,1\n");

            OpenHome.Result night = home.night();

            assertThat(night.code()).isEqualTo(ExitCode.FAILED);
            assertThat(night.err()).contains("sealed copy in the archive was altered", "rerun");
            assertThat(home.state(FILE)).isEqualTo(FileState.HELD);
            assertThat(home.state(OTHER)).isEqualTo(FileState.ANSWERED);

            Files.delete(sealed);
            home.send("BBB01.PN000002.BCL", 2, "P");
            assertThat(rerun(home).code()).isEqualTo(ExitCode.DONE);
            assertThat(home.night().err()).contains("sealed copy in the archive is gone");
            assertThat(home.state("BBB01.PN000002.BCL")).isEqualTo(FileState.ANSWERED);

            Files.write(sealed, bytes);
            assertThat(rerun(home).code()).isEqualTo(ExitCode.DONE);
            assertThat(home.night().code()).isEqualTo(ExitCode.DONE);
            assertThat(home.answer("AAA", ANSWER)).isEqualTo(answered);
        }
    }

    @Test
    void with_another_file_under_the_name_of_its_answer() throws Exception {
        try (OpenHome home = OpenHome.at(disk, Databases.H2, 0)) {
            home.send(FILE, 2, "A");
            assertThat(home.night().code()).isEqualTo(ExitCode.DONE);
            String answered = taken(home);
            Path foreign = Files.writeString(answer(), "somebody's");

            home.send(FILE, 2, "A");
            assertThat(home.night().code()).isEqualTo(ExitCode.FAILED);
            assertThat(home.night().code()).isEqualTo(ExitCode.FAILED);

            assertThat(home.state(FILE)).isEqualTo(FileState.HELD);
            assertThat(home.count("select count(*) from notice where kind = 'ANSWER_REFUSED' and file_id = "
                            + home.file(FILE).id()))
                    .isEqualTo(1);

            Files.delete(foreign);
            assertThat(rerun(home).code()).isEqualTo(ExitCode.DONE);
            assertThat(home.night().code()).isEqualTo(ExitCode.DONE);
            assertThat(home.answer("AAA", ANSWER)).isEqualTo(answered);
        }
    }

    private String taken(OpenHome home) throws Exception {
        String answered = home.answer("AAA", ANSWER);
        Files.delete(answer());
        return answered;
    }

    private Path answer() {
        return new Home(disk).outbound("AAA").resolve(ANSWER);
    }

    private static OpenHome.Result rerun(OpenHome home) {
        return home.give("rerun", Long.toString(home.file(FILE).id()), "--reason", "mended");
    }
}
