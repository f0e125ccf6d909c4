package bcl.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.testsupport.Child;
import bcl.wire.Home;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files near the size limit that are made to fill memory, in a whole night and in {@code validate}, each in a process of 256 MB. */
class LargeHostileFilesTest {
    private static final int LARGE = 60_000_000;
    private static final String HEADER = "\"A00\",41001,\"BCL\",20261120,\"183000\",%d\n";
    private static final String CONTACT = "\"L01\",\"C1\",\"ENQ\",,,\"D\",,\"A DESK\",\"01632 960170\",,\n";

    @TempDir
    private Path disk;

    private Path inbound = Path.of("");

    @Test
    void are_answered_within_the_memory_of_a_small_process() throws Exception {
        Path root = disk.resolve("home");
        new Herd().layReference(root);
        inbound = Files.createDirectories(new Home(root).inbound("S00"));
        Map<String, String> due = new TreeMap<>();
        due.put(lay(1, CONTACT + "\"L12\",1,\"", "A", "\"\n\"Z99\",2\n"), "S72\",\"REC00016");
        due.put(lay(2, CONTACT + "\"L12\",1", ",", "\n\"Z99\",2\n"), "S72\",\"REC00016");
        due.put(lay(3, CONTACT + "\"L12\",1,\"NEVER CLOSED\n", "L12,1,X\n", "\"Z99\",%d\n"), "S72\",\"REC00015");
        due.put(lay(4, CONTACT + "\"L12\",1,\"X\"\n", "\n", "\"Z99\",%d\n"), "S72\",\"REC00008");
        due.put(lay(5, "", ",\"\"", ""), "S72\",\"FIL00006");
        due.put(lay(6, CONTACT + "\"L12\",1,\"X\"\n\"Z99\",2\n", "\r\n", ""), "L51\",\"AC");

        try (Child night = Child.start(
                        disk,
                        "-Xmx256m",
                        bcl.Main.class,
                        "night",
                        "--home",
                        root.toString(),
                        "--override-window",
                        "test");
                Child validate = Child.start(disk, "-Xmx256m", bcl.Main.class, validate(root))) {
            int rejected = validate.exitCode(Duration.ofMinutes(5));
            int done = night.exitCode(Duration.ofMinutes(5));

            assertThat(rejected).as(validate.log()).isEqualTo(1);
            assertThat(done).as(night.log()).isZero();
            for (Map.Entry<String, String> each : due.entrySet()) {
                assertThat(answer(root, each.getKey())).as(each.getKey()).contains(each.getValue());
            }
            assertThat(validate.log()).contains(due.values());
        }
    }

    private String[] validate(Path root) throws IOException {
        Path copies = Files.createDirectories(disk.resolve("copies"));
        String[] command = new String[9];
        command[0] = "validate";
        for (int number = 1; number <= 6; number++) {
            // The night takes the files away.
            Path copy = copies.resolve(name(number));
            Files.createLink(copy, inbound.resolve(name(number)));
            command[number] = copy.toString();
        }
        command[7] = "--reference";
        command[8] = root.resolve("reference").toString();
        return command;
    }

    private static String name(int number) {
        return "S00%02d.PN000001.BCL".formatted(number);
    }

    /** A file whose filling takes up nearly all of the allowed size; a count in its end is that of its records. */
    private String lay(int number, String before, String filling, String end) throws IOException {
        Path file = inbound.resolve(name(number));
        byte[] block = filling.repeat(10_000).getBytes(StandardCharsets.ISO_8859_1);
        int blocks = LARGE / block.length;
        long records = 2 + 10_000L * blocks;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write((HEADER.formatted(1) + before).getBytes(StandardCharsets.ISO_8859_1));
            for (int i = 0; i < blocks; i++) {
                out.write(block);
            }
            out.write(end.formatted(records).getBytes(StandardCharsets.ISO_8859_1));
        }
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        return name(number);
    }

    private static String answer(Path root, String name) throws IOException {
        Path outbound = new Home(root).outbound("S00");
        for (String type : Arrays.asList("BCR", "FRJ")) {
            Path answer = outbound.resolve(name.replace("BCL", type));
            if (Files.exists(answer)) {
                return Files.readString(answer);
            }
        }
        return "";
    }
}
