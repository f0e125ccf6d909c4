package bcl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * What a process took.
 *
 * @param cpu seconds of the whole process, start included
 * @param anonymous its most anonymous memory (RssAnon) in MB: heap, code, stacks
 * @param mapped its most memory mapped from files (RssFile) in MB: the snapshot, jars
 */
record Used(double cpu, long anonymous, long mapped) {
    private static final int LOOK_MILLIS = 100;

    /** Waits for a process and looks at its memory meanwhile. */
    static Used by(Process process, double before) throws InterruptedException, IOException {
        long anonymous = 0;
        long mapped = 0;
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            anonymous = Math.max(anonymous, kilobytes(process.pid(), "RssAnon:"));
            mapped = Math.max(mapped, kilobytes(process.pid(), "RssFile:"));
        }
        return new Used(Cpu.ofEndedChildren() - before, anonymous / 1024, mapped / 1024);
    }

    /** Of a process that goes on, with the memory that it holds now. */
    static Used now(long pid, double cpu) {
        return new Used(cpu, kilobytes(pid, "RssAnon:") / 1024, kilobytes(pid, "RssFile:") / 1024);
    }

    /** 0 where there is no /proc, or when the process has ended. */
    private static long kilobytes(long pid, String name) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
