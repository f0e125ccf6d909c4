package bcl.crash;

import bcl.testsupport.Picture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A sender that never stops looking: every answer that can be seen under its final name must be whole, and must keep its bytes
 * from then on.
 */
final class OutboundWatcher implements AutoCloseable {
    private static final long PAUSE = 10_000_000;

    private final Map<String, byte[]> seen = new ConcurrentHashMap<>();
    private final Set<String> faults = ConcurrentHashMap.newKeySet();
    private final Path home;
    private final Thread thread;
    private volatile boolean ended;
    private volatile long looks;

    OutboundWatcher(Path home) {
        this.home = home;
        this.thread = new Thread(this::watch, "outbound-watcher");
        thread.start();
    }

    Set<String> faults() {
        return faults;
    }

    int answers() {
        return seen.size();
    }

    long looks() {
        return looks;
    }

    private void watch() {
        while (!ended) {
            try {
                look();
            } catch (IOException e) {
                faults.add(e.toString());
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private void look() throws IOException {
        Map<String, byte[]> found;
        try {
            found = Picture.answers(home);
        } catch (NoSuchFileException | java.io.UncheckedIOException e) {
            // A temporary file that became an answer while the folder was read.
            return;
        }
        looks = looks + 1;
        seen.keySet().stream().filter(name -> !found.containsKey(name)).forEach(name -> faults.add(name + " has gone"));
        found.forEach((name, bytes) -> {
            byte[] before = seen.putIfAbsent(name, bytes);
            if (before == null && !isWhole(bytes)) {
                faults.add(name + " is not whole: " + bytes.length + " bytes");
            } else if (before != null && !Arrays.equals(before, bytes)) {
                faults.add(name + " has changed");
            }
        });
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
