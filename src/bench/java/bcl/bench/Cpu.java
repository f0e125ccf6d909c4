package bcl.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** CPU seconds as Linux counts them; 0 elsewhere. */
final class Cpu {
    /** Linux reports hundredths to programs, whatever the kernel uses inside. */
    private static final double TICKS = 100;

    private Cpu() {}

    /** The parent of a living process; 0 where there is no /proc. */
    static long parent(long process) throws IOException {
        return Files.isDirectory(Path.of("/proc/self")) ? Long.parseLong(fields(process).get(1)) : 0;
    }

    /** Of a process, of all its living children and of those that it waited for. */
    static double ofTree(long parent) throws IOException {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return 0;
        }
        double seconds = sum(fields(parent), 11, 15);
        for (ProcessHandle each : ProcessHandle.of(parent).orElseThrow().children().toList()) {
            seconds += ofLiving(each.pid());
        }
        return seconds;
    }

    /** 0 for a process that ended since it was listed: from then on its parent's count holds it. */
    private static double ofLiving(long pid) {
        try {
            return sum(fields(pid), 11, 13);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    /** Of the children of this process that have ended. */
    static double ofEndedChildren() throws IOException {
        return Files.isDirectory(Path.of("/proc/self"))
                ? sum(fields(ProcessHandle.current().pid()), 13, 15)
                : 0;
    }

    /** The fields behind the name, which may hold anything. */
    private static List<String> fields(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
    }

    private static double sum(List<String> fields, int from, int to) {
        return fields.subList(from, to).stream().mapToLong(Long::parseLong).sum() / TICKS;
    }
}
