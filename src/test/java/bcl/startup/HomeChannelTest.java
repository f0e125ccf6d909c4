package bcl.startup;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.channel.ChannelFile;
import bcl.commands.ExitCode;
import bcl.testsupport.Sessions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class HomeChannelTest {
    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void a_home_with_a_name_that_needs_care() throws IOException {
        home = Files.createDirectories(folder.resolve("hömé of XYZ"));
        Files.createDirectory(home.resolve("reference"));
    }

    @Test
    void a_command_beside_a_running_night_is_carried_out_by_its_process() throws Exception {
        try (HolderProcess night = HolderProcess.holding(home, "night")) {
            Sessions client = new Sessions(folder);

            ExitCode code = run(client, "status", "--home", "hömé of XYZ");

            assertThat(code).isEqualTo(ExitCode.DONE);
            assertThat(client.out()).isEqualTo("status by " + night.pid() + " for " + folder + "\n");
            assertThat(client.err()).isEqualTo("progress\n");
        }
    }

    @Test
    void output_of_any_size_and_the_exit_code_come_through() throws Exception {
        try (HolderProcess night = HolderProcess.holding(home, "night")) {
            Sessions client = new Sessions(folder);

            ExitCode code = run(client, "contact", "--home", home.toString(), "5000020000");

            assertThat(night.pid()).isPositive();
            assertThat(code).isEqualTo(ExitCode.NOTHING_TO_DO);
            assertThat(client.out()).isEqualTo((WaitingEngine.LINE + "\n").repeat(20_000));
        }
    }

    @Test
    void a_refusal_of_the_engine_comes_through_as_usage() throws Exception {
        try (HolderProcess night = HolderProcess.holding(home, "night")) {
            Sessions client = new Sessions(folder);

            ExitCode code = run(
                    client, "resolve", "--home", home.toString(), "5000000001", "--status", "CCVA", "--reason", "x");

            assertThat(night.pid()).isPositive();
            assertThat(code).isEqualTo(ExitCode.USAGE);
            assertThat(client.err()).isEqualTo("CRN is unknown\n");
        }
    }

    @Test
    void a_night_beside_a_running_night_is_refused() throws Exception {
        try (HolderProcess night = HolderProcess.holding(home, "night")) {
            Sessions client = new Sessions(folder);

            ExitCode code = run(client, "night", "--home", home.toString());

            assertThat(code).isEqualTo(ExitCode.BUSY);
            assertThat(client.err()).contains("Process " + night.pid() + " is running this home's night");
        }
    }

    @Test
    void a_night_that_the_service_carries_out_ends_when_its_caller_is_asked_to_end() throws Exception {
        try (HolderProcess serve = HolderProcess.holding(home, "serve")) {
            Sessions client = new Sessions(folder);
            CompletableFuture<ExitCode> night = CompletableFuture.supplyAsync(
                    () -> run(client, "night", "--home", home.toString(), "--override-window", "test"));
            HolderProcess.await("the night", () -> Files.exists(home.resolve("started-NightRequest")));

            client.session().stop().request("test");

            assertThat(night.get(60, TimeUnit.SECONDS)).isEqualTo(ExitCode.STOPPED);
            assertThat(serve.isAlive()).isTrue();
        }
    }

    @Test
    void a_night_waits_for_a_short_command_and_then_runs_itself() throws Exception {
        try (HolderProcess reconcile = HolderProcess.holding(home, "reconcile")) {
            Sessions client = new Sessions(folder);
            CompletableFuture<ExitCode> night =
                    CompletableFuture.supplyAsync(() -> run(client, "night", "--home", home.toString()));

            reconcile.letGo();

            assertThat(night.get(60, TimeUnit.SECONDS)).isEqualTo(ExitCode.DONE);
            assertThat(client.out())
                    .isEqualTo("ended in " + ProcessHandle.current().pid() + "\n");
            assertThat(reconcile.exitCode()).isZero();
        }
    }

    @Test
    void a_home_whose_holder_was_killed_is_taken_over() throws Exception {
        try (HolderProcess night = HolderProcess.holding(home, "night")) {
            assertThat(ChannelFile.holder(home.resolve("db"))).contains(night.pid());
            night.kill();
            assertThat(home.resolve("db/channel")).exists();
            assertThat(ChannelFile.holder(home.resolve("db"))).isEmpty();
            Sessions client = new Sessions(folder);

            ExitCode code = run(client, "status", "--home", home.toString());

            assertThat(code).isEqualTo(ExitCode.DONE);
            assertThat(client.out())
                    .startsWith("status by " + ProcessHandle.current().pid());
            assertThat(home.resolve("db/channel")).doesNotExist();
        }
    }

    @Test
    void a_holder_that_is_killed_while_it_carries_out_a_command_leaves_its_caller_with_1() throws Exception {
        try (HolderProcess night = HolderProcess.holding(home, "night")) {
            Sessions client = new Sessions(folder);
            CompletableFuture<ExitCode> reconcile =
                    CompletableFuture.supplyAsync(() -> run(client, "reconcile", "--home", home.toString()));
            HolderProcess.await("the call to begin", () -> Files.exists(home.resolve("started-ReconcileRequest")));

            night.kill();

            assertThat(reconcile.get(60, TimeUnit.SECONDS)).isEqualTo(ExitCode.FAILED);
            assertThat(client.err()).contains("look with status at what was done");
        }
    }

    @Test
    void sigterm_ends_a_night_with_4_after_its_border_and_closes_everything() throws Exception {
        try (HolderProcess night = HolderProcess.holding(home, "night")) {
            int code = night.terminate();

            assertThat(code).isEqualTo(ExitCode.STOPPED.code());
            assertThat(home.resolve("closed")).exists();
            assertThat(home.resolve("db/channel")).doesNotExist();
        }
    }

    @Test
    void sigterm_ends_a_short_command_at_once() throws Exception {
        try (HolderProcess reconcile = HolderProcess.holding(home, "reconcile")) {
            assertThat(reconcile.terminate()).isEqualTo(143);
        }
    }

    @Test
    void only_the_owner_can_use_the_channel() throws Exception {
        try (HolderProcess night = HolderProcess.holding(home, "night")) {
            assertThat(night.pid()).isPositive();
            assertThat(permissions("db")).isEqualTo("rwx------");
            assertThat(permissions("db/channel")).isEqualTo("rw-------");
            int port = ChannelFile.read(home.resolve("db")).orElseThrow().port();

            try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
                byte[] wrong = new byte[200];
                wrong[0] = 0x42;
                wrong[1] = 0x43;
                wrong[2] = 0x4C;
                wrong[3] = 0x01;
                stranger.getOutputStream().write(wrong);

                // The holder's proof and challenge, and then nothing.
                assertThat(bytesUntilEnd(stranger)).isLessThanOrEqualTo(64);
            }
        }
    }

    @Test
    void many_commands_at_once_are_each_carried_out_once() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        Program program = new Program(
                settings -> {
                    opened.incrementAndGet();
                    return WaitingEngine.open(settings);
                },
                (request, session) -> ExitCode.DONE,
                () -> {});
        List<Sessions> clients = new ArrayList<>();
        List<CompletableFuture<ExitCode>> codes = new ArrayList<>();

        for (int i = 0; i < 16; i++) {
            Sessions client = new Sessions(folder);
            clients.add(client);
            codes.add(CompletableFuture.supplyAsync(
                    () -> program.run(List.of("status", "--home", home.toString()), client.session()),
                    task -> new Thread(task).start()));
        }

        for (CompletableFuture<ExitCode> code : codes) {
            assertThat(code.get(60, TimeUnit.SECONDS)).isEqualTo(ExitCode.DONE);
        }
        assertThat(clients)
                .allSatisfy(client -> assertThat(client.out().lines()).hasSize(1));
        assertThat(opened.get()).isBetween(1, 16);
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name)));
    }

    private static int bytesUntilEnd(Socket socket) {
        int count = 0;
        try {
            while (socket.getInputStream().read() >= 0) {
                count++;
            }
        } catch (IOException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        return count;
    }

    private static ExitCode run(Sessions client, String... arguments) {
        return WaitingEngine.program().run(List.of(arguments), client.session());
    }
}
