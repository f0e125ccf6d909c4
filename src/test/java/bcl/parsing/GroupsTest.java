package bcl.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupsTest {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @TempDir
    Path folder;

    @Test
    void all_parts_of_a_file_are_gone_through_in_order() throws IOException {
        Path file = Parsed.file(folder, "A00\nL01,a\nL12\nL01,b\nL01,c\nZ99,4\n");
        FilePlan plan = new StructureScan(1, Long.MAX_VALUE).scan(file).plan();
        List<RawGroup> read = new ArrayList<>();

        try (Groups groups = new Groups(file, plan)) {
            for (RawGroup group = groups.next(); group != null; group = groups.next()) {
                read.add(group);
            }
            assertThat(groups.next()).isNull();
        }

        assertThat(plan.parts()).hasSize(3);
        assertThat(read).extracting(RawGroup::ordinal).containsExactly(0, 1, 2);
        assertThat(read).extracting(group -> group.lines().size()).containsExactly(2, 1, 1);
    }

    @Test
    void one_part_is_open_at_a_time_and_none_after_the_end() throws IOException {
        assumeTrue(Files.isDirectory(OPEN_FILES));
        Path file = Parsed.file(folder, "A00\n" + "L01\n".repeat(50) + "Z99,50\n");
        FilePlan plan = new StructureScan(1, Long.MAX_VALUE).scan(file).plan();

        try (Groups groups = new Groups(file, plan)) {
            while (groups.next() != null) {
                assertThat(open(file)).isEqualTo(1);
            }
        }

        assertThat(open(file)).isZero();
    }

    private static long open(Path file) throws IOException {
        try (var open = Files.list(OPEN_FILES)) {
            return open.filter(each -> isSame(each, file)).count();
        }
    }

    private static boolean isSame(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file.toRealPath());
        } catch (IOException e) {
            // The one by which the list itself was read.
            return false;
        }
    }
}
