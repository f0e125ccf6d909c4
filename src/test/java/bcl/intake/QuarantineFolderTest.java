package bcl.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import bcl.wire.ContentDigest;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineFolderTest {
    private static final Path OTHER_VOLUME = Path.of("/dev/shm");

    @TempDir
    Path disk;

    private Home home;
    private Path elsewhere;

    @BeforeEach
    void makeHome() throws IOException {
        home = new Home(disk);
        assumeThat(OTHER_VOLUME).as("there is a second file system").isWritable();
        assumeThat(Files.getFileStore(OTHER_VOLUME)).as("which is another one").isNotEqualTo(Files.getFileStore(disk));
        elsewhere = Files.createTempDirectory(OTHER_VOLUME, "bcl");
    }

    @AfterEach
    void removeWhatIsElsewhere() throws IOException {
        if (elsewhere != null) {
            try (var files = Files.newDirectoryStream(elsewhere)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            Files.delete(elsewhere);
        }
    }

    @Test
    void a_file_comes_from_another_volume_and_again_after_a_crash_before_it_was_removed_there() throws IOException {
        Path file = Files.writeString(elsewhere.resolve("answer"), "content");
        String digest = ContentDigest.ofFile(file);

        QuarantineFolder.take(home, file, "stored", digest);
        Files.writeString(file, "content");
        QuarantineFolder.take(home, file, "stored", digest);

        assertThat(file).doesNotExist();
        assertThat(home.quarantine().resolve("stored")).hasContent("content");
        assertThat(QuarantineFolder.unfinished(home)).isEmptyDirectory();
    }
}
