package bcl.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A sender that never stops looking: every answer that can be seen under its final name must be whole, must stay, and must have
 * the same bytes in the end.
 */
final class OutboundWatch implements AutoCloseable {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private final Map<Path, Integer> seen = new ConcurrentHashMap<>();
    private final Set<String> faults = new ConcurrentSkipListSet<>();
    private final Supplier<List<Path>> answers;
    private final Thread thread;
    private volatile boolean ended;

    /** @param answers what lies in outbound folders under final names */
    OutboundWatch(Supplier<List<Path>> answers) {
        this.answers = answers;
        this.thread = new Thread(this::watch, "outbound-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** To be asked after the end: reads everything again. */
    Set<String> faults() throws IOException {
        for (Map.Entry<Path, Integer> each : seen.entrySet()) {
            if (Arrays.hashCode(Files.readAllBytes(each.getKey())) != each.getValue()) {
                faults.add("The answer " + each.getKey().getFileName() + " was changed after it was published");
            }
        }
        return faults;
    }

    private void watch() {
        while (!ended) {
            try {
                look();
            } catch (IOException e) {
                faults.add("outbound/ cannot be read: " + e);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private void look() throws IOException {
        List<Path> found = answers.get();
        Set<Path> names = Set.copyOf(found);
        seen.keySet().stream()
                .filter(file -> !names.contains(file))
                .forEach(file -> faults.add("The answer " + file.getFileName() + " was taken away"));
        for (Path file : found) {
            if (!seen.containsKey(file)) {
                byte[] bytes = Files.readAllBytes(file);
                seen.put(file, Arrays.hashCode(bytes));
                if (!isWhole(bytes)) {
                    faults.add("The answer " + file.getFileName() + " could be seen before it was whole");
                }
            }
        }
    }

    /** Ends with a Z99 whose count is right. */
    static boolean isWhole(byte[] answer) {
        List<String> lines = List.of(new String(answer, StandardCharsets.ISO_8859_1).split("\r\n", -1));
        int last = lines.size() - 2;
        return last > 0
                && lines.get(last + 1).isEmpty()
                && lines.get(last).equals("\"Z99\"," + (last - 1))
                && lines.get(0).startsWith("\"A00\",");
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        thread.join();
    }
}
