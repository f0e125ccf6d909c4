package bcl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.night.StopRequest;
import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import bcl.testsupport.Served;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database on a disk that is full or read-only, or with a file that is another's. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class H2FaultsTest {
    private static final String A1 = "AAA01.PN000001.BCR";
    private static final String B1 = "BBB01.PN000001.BCR";

    @TempDir
    private Path disk;

    /** The sealed copy finds room, and then the database does not. */
    @Test
    void a_night_whose_database_has_no_disk_left_goes_on_by_itself_when_there_is_room() throws Exception {
        Path root = Files.createDirectory(disk.resolve("home"));
        try (Volume small = Volume.on(root, "10m");
                FaultyHome home = FaultyHome.at(root, Databases.H2)) {
            home.night();
            home.send("AAA", 1, 3000);
            long file = Files.size(home.inbound("AAA").resolve("AAA01.PN000001.BCL"));
            small.become("size=" + (used(root) + file + 150_000));
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            CompletableFuture<EngineHome.Result> night = CompletableFuture.supplyAsync(() -> home.settings()
                    .run(new StopRequest(), err, "night", "--home", root.toString(), "--override-window", "test"));
            // The second time shows that it was still full when it was tried again.
            await(() -> err.toString(StandardCharsets.UTF_8).contains("Trying again in 2 s"), night);

            small.become("size=50m");

            assertThat(night.join().code()).as(night.join().err()).isEqualTo(ExitCode.DONE);
            assertThat(night.join().err()).doesNotContain("\tat ", "Failed unexpectedly", "Held");
            home.holds(3000, A1);
        }
    }

    @Test
    void a_service_whose_database_has_no_disk_left_goes_on_by_itself_when_there_is_room() throws Exception {
        Path root = Files.createDirectory(disk.resolve("home"));
        try (Volume small = Volume.on(root, "10m");
                FaultyHome home = FaultyHome.at(root, Databases.H2)) {
            Served.openWindow(home.settings());
            home.send("BBB", 1, 3);
            try (Served service = Served.start(home.settings())) {
                await(() -> answers(home).contains(B1), service);
                small.become("size=" + (used(root) + 500_000));
                try (Told told = new Told("bcl.shift.NightWatch")) {
                    home.send("AAA", 1, 1500);
                    await(() -> told.times("Trying again in") >= 2, service);
                }
                assertThat(service.get("/actuator/health").statusCode()).isEqualTo(503);

                small.become("size=2g");

                await(() -> answers(home).contains(A1), service);
                assertThat(service.get("/actuator/health").statusCode()).isEqualTo(200);
                assertThat(service.end()).isEqualTo(ExitCode.DONE);
            }
            home.holds(1503, A1, B1);
        }
    }

    @Test
    void a_home_that_is_read_only_is_told_in_a_line() throws Exception {
        Path root = Files.createDirectory(disk.resolve("home"));
        try (Volume small = Volume.on(root, "20m");
                FaultyHome home = FaultyHome.at(root, Databases.H2)) {
            home.night();
            home.send("AAA", 1, 3);
            small.become("ro");

            EngineHome.Result night = home.night();

            assertThat(night.code()).as(night.err()).isEqualTo(ExitCode.FAILED);
            assertThat(night.err()).contains("Read-only file system").hasLineCount(1);
            small.become("rw");
            home.finishes(3, A1);
        }
    }

    @Test
    void a_database_file_that_another_program_holds_is_told_in_a_line() throws Exception {
        try (FaultyHome home = FaultyHome.at(disk.resolve("home"), Databases.H2)) {
            home.night();
            home.send("AAA", 1, 3);
            try (FileChannel file = FileChannel.open(home.root().resolve("db/bcl.mv.db"), StandardOpenOption.WRITE);
                    FileLock lock = file.lock()) {
                assertThat(lock.isValid()).isTrue();

                EngineHome.Result night = home.night();

                assertThat(night.code()).as(night.err()).isEqualTo(ExitCode.FAILED);
                assertThat(night.err())
                        .contains("The database cannot be opened")
                        .hasLineCount(1);
            }
            home.finishes(3, A1);
        }
    }

    private static void await(BooleanSupplier condition, CompletableFuture<EngineHome.Result> night) {
        awaitWhile(() -> !night.isDone(), condition);
    }

    private static void await(BooleanSupplier condition, Served service) {
        awaitWhile(() -> !service.hasEnded(), condition);
    }

    private static void awaitWhile(BooleanSupplier isUp, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertThat(isUp.getAsBoolean()).as("it goes on").isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static List<String> answers(FaultyHome home) {
        try {
            return home.answers();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long used(Path volume) throws Exception {
        var store = Files.getFileStore(volume);
        return store.getTotalSpace() - store.getUnallocatedSpace();
    }
}
