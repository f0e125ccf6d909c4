package bcl.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way to a PostgreSQL on which answers can get lost or be late. */
final class FaultyWire implements AutoCloseable {
    private static final Pattern SERVER = Pattern.compile("localhost:(\\d+)");
    /** How the server's answer to a commit ends that was carried out. */
    private static final String COMMITTED = "COMMIT\0";

    private final int target;
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile int loseEach = Integer.MAX_VALUE;
    private volatile int loseAtMost;
    private volatile long delay;

    private FaultyWire(int target) throws IOException {
        this.target = target;
        start(this::accept);
    }

    /** Leads the home's way to its database over a new wire. */
    static FaultyWire to(FaultyHome home) throws IOException {
        Path file = home.root().resolve("application.yml");
        String text = Files.readString(file);
        Matcher port = SERVER.matcher(text);
        if (!port.find()) {
            throw new IllegalStateException("no server in " + text);
        }
        FaultyWire wire = new FaultyWire(Integer.parseInt(port.group(1)));
        Files.writeString(file, port.replaceFirst("localhost:" + wire.server.getLocalPort()));
        return wire;
    }

    /** Of this many commits one is carried out and then not answered: the connection breaks instead. */
    void loseCommits(int each, int atMost) {
        loseEach = each;
        loseAtMost = atMost;
    }

    int lost() {
        return lost.get();
    }

    int commits() {
        return commits.get();
    }

    /** Every answer comes so much later. */
    void delay(long millis) {
        delay = TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
                open.addAll(List.of(client, there));
                start(() -> pass(client, there, false));
                start(() -> pass(there, client, true));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] bytes = new byte[1 << 16];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            int length = in.read(bytes);
            while (length > 0 && !(answers && isLost(bytes, length))) {
                if (answers) {
                    LockSupport.parkNanos(delay);
                }
                out.write(bytes, 0, length);
                length = in.read(bytes);
            }
        } catch (IOException e) {
            // One end has gone: the other learns it by the close.
            close(to);
        }
    }

    private boolean isLost(byte[] bytes, int length) {
        if (!new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(COMMITTED)) {
            return false;
        }
        boolean due = commits.incrementAndGet() % loseEach == 0;
        return due && lost.get() < loseAtMost && lost.incrementAndGet() > 0;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "faulty-wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(FaultyWire::close);
    }
}
