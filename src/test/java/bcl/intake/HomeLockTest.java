package bcl.intake;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.testsupport.Child;
import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one home's inbound folders. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HomeLockTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @TempDir
    Path temp;

    @Test
    void one_that_works_is_waited_for_and_one_that_was_stopped_only_for_a_while() throws Exception {
        try (TestDatabase database = Databases.H2.fresh()) {
            TestHome home = new TestHome(Files.createDirectory(temp.resolve("home")), database);
            home.lay("ABC", "ABC01.PN000001.BCL", TestHome.content("one"));
            Path folder = Claims.root(home.home);
            Folders.make(folder, Folders.OWNER_ONLY);
            IntakeSettings settings = new IntakeSettings(Duration.ZERO, Duration.ZERO, 1, 10, 1 << 20, PATIENCE);
            Intake intake = home.intake(settings, home.ledgers, new LocalDisk());
            try (Child other = Child.start(
                    temp, "-Xmx64m", LockHolder.class, folder.toString(), Long.toString(PATIENCE.toMillis()))) {
                until(() -> other.log().contains("holds"));
                isStoppedWhileItWaits(intake, folder);
                CompletableFuture<IntakeReport> look = CompletableFuture.supplyAsync(() -> take(intake, () -> false));
                long start = sign(folder);
                until(() -> sign(folder) - start > 2 * PATIENCE.toMillis());
                assertThat(look).isNotDone();

                other.freeze();

                IntakeReport report = look.join();
                assertThat(report.taken()).isEmpty();
                assertThat(report.failures()).singleElement().satisfies(failure -> {
                    assertThat(failure.cause()).hasMessageContaining("stands still");
                    assertThat(failure.nextStep()).contains("sftp/.taken/.lock");
                });
            }
            assertThat(intake.takeAll().taken()).hasSize(1);
        }
    }

    private static void isStoppedWhileItWaits(Intake intake, Path folder) {
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<IntakeReport> first = CompletableFuture.supplyAsync(() -> take(intake, stop::get));
        CompletableFuture<IntakeReport> second = CompletableFuture.supplyAsync(() -> take(intake, stop::get));
        long start = sign(folder);
        until(() -> sign(folder) > start);
        assertThat(List.of(first, second)).noneMatch(CompletableFuture::isDone);

        stop.set(true);

        assertThat(first.join().taken()).isEmpty();
        assertThat(second.join().failures()).isEmpty();
    }

    private static IntakeReport take(Intake intake, BooleanSupplier stopped) {
        try {
            return intake.takeAll(stopped);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long sign(Path folder) {
        try {
            return Files.getLastModifiedTime(folder.resolve(".lock")).toMillis();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
