package bcl.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramIdTest {
    @TempDir
    Path disk;

    @Test
    void it_is_the_same_in_a_folder_and_in_a_jar_and_another_for_each_other_rule() throws IOException {
        Path classes = Files.createDirectories(disk.resolve("classes"));
        fill(classes, "rule");
        try (FileSystem jar = FileSystems.newFileSystem(disk.resolve("bcl.jar"), Map.of("create", "true"))) {
            fill(jar.getPath("/"), "rule");

            String id = ProgramId.digest(classes);

            assertThat(id).matches("[0-9a-f]{16}");
            assertThat(ProgramId.digest(jar.getPath("/"))).isEqualTo(id);
            fill(classes, "other rule");
            assertThat(ProgramId.digest(classes)).isNotEqualTo(id);
        }
        assertThat(ProgramId.get()).matches("[0-9a-f]{16}");
    }

    private static void fill(Path top, String rule) throws IOException {
        Files.createDirectories(top.resolve("bcl/validation"));
        Files.createDirectories(top.resolve("schemas"));
        Files.writeString(top.resolve("bcl/validation/Rules.class"), rule);
        Files.writeString(top.resolve("schemas/contact-codes.csv"), "codes");
        Files.writeString(top.resolve("application.yml"), String.valueOf(top));
    }
}
