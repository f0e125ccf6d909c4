package bcl.intake;

import java.nio.file.Path;
import java.time.Duration;

/** A process that takes files of a home, and does not come to an end with it. */
final class LockHolder {
    private LockHolder() {}

    /** The folder of the lock, and milliseconds of patience. */
    public static void main(String[] args) throws Exception {
        HomeLock.Patience patience = new HomeLock.Patience(Duration.ofMillis(Long.parseLong(args[1])), () -> false);
        HomeLock.during(Path.of(args[0]), patience, held -> {
            System.out.println("holds");
            Thread.sleep(Duration.ofMinutes(5).toMillis());
            return new ReportBuilder().build();
        });
    }
}
