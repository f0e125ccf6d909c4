package bcl.simulation;

import bcl.testsupport.Bytes;
import bcl.testsupport.Sent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What senders do in their inbound folders. It is on the disk at once. */
final class Senders {
    private final Machine machine;
    private final Map<String, Long> crns = new HashMap<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Upload> uploads = new ArrayList<>();
    private final Map<String, String> digests = new HashMap<>();

    /** How a file comes. */
    enum Manner {
        WHOLE,
        /** Another file first, which is overwritten before anybody looks. */
        OVERWRITTEN,
        /** In pieces under a temporary name, which is renamed when it is whole. */
        RENAMED,
        /** In pieces under its own name, with the engine looking at it between. */
        SLOWLY,
        /** Half of it, and later, when that was refused, the whole. */
        BROKEN
    }

    /** A file that lies under its name and may be taken. */
    record Delivery(String organisation, String name, String digest) {}

    /** One that is not whole yet. */
    private record Upload(Sent sent, Path written, Path named, byte[] rest) {}

    Senders(Machine machine) {
        this.machine = machine;
    }

    /** CRNs that senders know by now, for files that name them. */
    void learn(Map<String, Long> known) {
        crns.putAll(known);
    }

    List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** Whether every file lies whole under its name. */
    boolean isDone() {
        return uploads.isEmpty();
    }

    /** Names of files by digest, for comparing runs. */
    Map<String, String> digests() {
        return digests;
    }

    void send(Sent sent, Manner manner, Random random) {
        byte[] bytes = sent.bytes(crns);
        Path place = place(sent, sent.name());
        switch (manner) {
            case WHOLE -> deliver(sent, place, bytes);
            case OVERWRITTEN -> {
                deliver(
                        sent,
                        place,
                        ("other " + random.nextInt()).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                deliver(sent, place, bytes);
            }
            case RENAMED -> begin(sent, place(sent, sent.name() + ".part"), place, bytes);
            case SLOWLY -> begin(sent, place, place, bytes);
            case BROKEN -> deliver(sent, place, Arrays.copyOf(bytes, half(bytes)));
        }
    }

    /** A piece more of every upload that is not whole. */
    void goOn() {
        List<Upload> begun = List.copyOf(uploads);
        uploads.clear();
        for (Upload each : begun) {
            int piece = half(each.rest());
            write(each.written(), Arrays.copyOf(each.rest(), piece), true);
            uploads.add(new Upload(
                    each.sent(),
                    each.written(),
                    each.named(),
                    Arrays.copyOfRange(each.rest(), piece, each.rest().length)));
        }
    }

    /** The rest of every upload. */
    void finish() {
        for (Upload each : uploads) {
            write(each.written(), each.rest(), true);
            if (!each.written().equals(each.named())) {
                rename(each.written(), each.named());
            }
            delivered(each.sent(), each.named());
        }
        uploads.clear();
    }

    private void begin(Sent sent, Path written, Path named, byte[] bytes) {
        int piece = half(bytes);
        write(written, Arrays.copyOf(bytes, piece), false);
        uploads.add(new Upload(sent, written, named, Arrays.copyOfRange(bytes, piece, bytes.length)));
    }

    /** Never up to the trailer: a file that ends with one may be complete. */
    private static int half(byte[] bytes) {
        return Math.max(0, Math.min(bytes.length / 2, bytes.length - 30));
    }

    private void deliver(Sent sent, Path place, byte[] bytes) {
        if (Files.exists(place)) {
            deliveries.removeIf(other -> other.organisation().equals(sent.organisation())
                    && other.name().equals(sent.name())
                    && other.digest().equals(digest(place)));
        }
        write(place, bytes, false);
        delivered(sent, place);
    }

    private void delivered(Sent sent, Path place) {
        String digest = digest(place);
        digests.put(digest, "{" + sent.organisation() + "/" + sent.name() + "}");
        deliveries.add(new Delivery(sent.organisation(), sent.name(), digest));
    }

    private Path place(Sent sent, String name) {
        try {
            Path inbound =
                    machine.root.resolve("sftp").resolve(sent.organisation()).resolve("inbound");
            return Files.createDirectories(inbound).resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file, byte[] bytes, boolean append) {
        try {
            if (append) {
                Files.write(file, bytes, StandardOpenOption.APPEND);
            } else {
                // By another inode, so that no link to what was there changes.
                Files.deleteIfExists(file);
                Files.write(file, bytes);
            }
            Files.setLastModifiedTime(file, FileTime.from(machine.clock.now()));
            machine.platter.keepAllOf(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rename(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            machine.platter.keepAllOf(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Path file) {
        try {
            return Bytes.sha256(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
