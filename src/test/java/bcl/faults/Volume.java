package bcl.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A small file system of its own, mounted on a folder; needs the rights of root. Closing it takes it away. */
final class Volume implements AutoCloseable {
    private final Path folder;

    private Volume(Path folder) {
        this.folder = folder;
    }

    /** @param size as {@code mount} takes it, such as 2m */
    static Volume on(Path folder, String size) throws Exception {
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()))
                .as("only root can mount a small disk here")
                .isEmpty();
        return new Volume(folder);
    }

    /** Gives it another size, or makes it read-only or writable. */
    void become(String option) throws Exception {
        assertThat(run("mount", "-o", "remount," + option, folder.toString())).isEmpty();
    }

    /** Nothing can be made, renamed or removed in a folder from now on. */
    static AutoCloseable frozen(Path folder) throws Exception {
        assumeThat(run("chattr", "+i", folder.toString()))
                .as("only root can freeze a folder, and not on every file system")
                .isEmpty();
        return () -> assertThat(run("chattr", "-i", folder.toString())).isEmpty();
    }

    /** What the command complained about; empty if it did its work. */
    private static String run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return Objects.requireNonNullElse(e.getMessage(), "there is no such command");
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue() == 0 ? "" : command[0] + " ended with " + process.exitValue() + ": " + said;
    }

    @Override
    public void close() throws Exception {
        assertThat(run("umount", "-l", folder.toString())).isEmpty();
    }
}
