package bcl.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.intake.HomeFolders;
import bcl.ledger.Transfer;
import bcl.night.NightClock;
import bcl.sftp.SftpEvent.Kind;
import bcl.wire.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.sshd.common.util.io.IoUtils;

/** A server on a home of its own, with the organisations AAA and BBB, each with a key; it remembers its events. */
final class TestServer implements AutoCloseable {
    final Home home;
    final Keys aaa;
    final Keys bbb;
    final List<SftpEvent> events = new CopyOnWriteArrayList<>();
    final List<Transfer> transfers = new CopyOnWriteArrayList<>();
    final List<String> collected = new CopyOnWriteArrayList<>();
    final Set<String> organisations = ConcurrentHashMap.newKeySet();
    final SftpServer server;
    private final Path root;
    private final AtomicLong ahead = new AtomicLong();
    private final List<AutoCloseable> clients = new ArrayList<>();

    private TestServer(SftpSettings settings) {
        try {
            root = Files.createTempDirectory("bcl-sftp").toRealPath();
            home = new Home(root.resolve("home"));
            HomeFolders.prepare(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        aaa = Keys.ed25519(root.resolve("aaa"));
        bbb = Keys.ed25519(root.resolve("bbb"));
        organisations.addAll(Set.of("AAA", "BBB"));
        allow("AAA", aaa.line());
        allow("BBB", bbb.line());
        server = server(settings);
    }

    static TestServer start() {
        return start(settings());
    }

    static TestServer start(SftpSettings settings) {
        TestServer test = new TestServer(settings);
        test.server.start();
        return test;
    }

    static TestServer stopped() {
        return new TestServer(settings());
    }

    /** Sessions enough for tests that try many, no penalties. */
    static SftpSettings settings() {
        return new SftpSettings(
                "127.0.0.1",
                0,
                SftpSettings.Sessions.defaults(),
                SftpSettings.Quotas.defaults(),
                new SftpSettings.Penalties(
                        1000, Duration.ofSeconds(1), 1000, Duration.ofMinutes(1), Duration.ofMinutes(1)));
    }

    SftpServer server(SftpSettings settings) {
        return new SftpServer(home, settings, organisations::contains, recorder(), clock());
    }

    private SftpEvents recorder() {
        return new SftpEvents() {
            @Override
            public void happened(SftpEvent event) {
                events.add(event);
            }

            @Override
            public void transferred(Transfer transfer) {
                transfers.add(transfer);
            }

            @Override
            public void collected(String organisation, String name, Instant at) {
                collected.add(organisation + "/" + name);
            }
        };
    }

    private NightClock clock() {
        return new NightClock() {
            @Override
            public Instant now() {
                return Instant.now().plusNanos(ahead.get());
            }

            @Override
            public long nanos() {
                return System.nanoTime() + ahead.get();
            }
        };
    }

    void later(Duration duration) {
        ahead.addAndGet(duration.toNanos());
    }

    void allow(String organisation, String... lines) {
        Path file = home.keys().resolve(organisation + ".pub");
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path key(String name) {
        return root.resolve(name);
    }

    OpenSsh openSsh() {
        return new OpenSsh(root, server);
    }

    Jsch jsch(String organisation, Keys key) {
        Jsch client = new Jsch(server.port(), organisation, key);
        clients.add(client);
        return client;
    }

    Path inbound(String name) {
        return home.inbound("AAA").resolve(name);
    }

    Path outbound(String name) {
        return home.outbound("AAA").resolve(name);
    }

    Path answer(String name, String content) throws IOException {
        HomeFolders.organisation(home, "AAA");
        return Files.writeString(outbound(name), content);
    }

    List<String> told(Kind kind) {
        return events.stream()
                .filter(event -> event.kind() == kind)
                .map(event -> event.subject() + ": " + event.detail())
                .toList();
    }

    /** Waits until it is so; for what the server does after its client has its answer. */
    static void until(BooleanSupplier so) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!so.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(so.getAsBoolean()).as("it came to be so").isTrue();
    }

    @Override
    public void close() {
        try {
            for (AutoCloseable client : clients) {
                client.close();
            }
            server.close();
            deleteAll();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void deleteAll() throws IOException {
        try (var paths = Files.walk(root)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
        assertThat(Files.exists(root, IoUtils.getLinkOptions(false))).isFalse();
    }
}
