package bcl.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiskTroubleTest {
    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("/h/db"), "/h/db: permission denied"),
                Arguments.of(new NoSuchFileException("/h/x"), "/h/x: it is not there"),
                Arguments.of(new NotDirectoryException("/h"), "/h: it is no folder"),
                Arguments.of(new FileAlreadyExistsException("/h"), "/h: something else lies there"),
                Arguments.of(
                        new FileSystemException("/h/y", null, "Read-only file system"), "/h/y: Read-only file system"),
                Arguments.of(new FileSystemException("/h/y"), "/h/y: FileSystem"),
                Arguments.of(new IOException("No space left on device"), "No space left on device"),
                Arguments.of(new IOException(), "IO"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void a_trouble_with_a_file_is_told_in_words_and_never_as_a_path_alone(IOException e, String told) {
        assertThat(DiskTrouble.told(e)).isEqualTo(told);
    }
}
