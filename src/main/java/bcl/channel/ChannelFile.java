package bcl.channel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code db/channel}: where the holder of a home listens, and the secret that proves to be the home's owner. Only the owner
 * can read it. One that a killed holder left behind leads nowhere and is replaced by the next holder.
 *
 * @param token 256 random bits, in hexadecimal digits; it never goes over the wire
 * @param process the holder's number, for an operator who has to end it; 0 if it is not known
 */
public record ChannelFile(int port, String token, long process) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,5}) ([0-9a-f]{64})(?: ([0-9]{1,18}))?\n");
    private static final int LONGEST = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    static ChannelFile fresh(int port) {
        return new ChannelFile(
                port,
                HexFormat.of().formatHex(randomBytes()),
                ProcessHandle.current().pid());
    }

    public static byte[] randomBytes() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Empty if there is none, or none that can be used. */
    public static Optional<ChannelFile> read(Path databaseFolder) throws IOException {
        Path path = path(databaseFolder);
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || Files.size(path) > LONGEST) {
            return Optional.empty();
        }
        Matcher m = FORM.matcher(Files.readString(path, StandardCharsets.US_ASCII));
        if (!m.matches()) {
            return Optional.empty();
        }
        long process = m.group(3) == null ? 0 : Long.parseLong(m.group(3));
        return Optional.of(new ChannelFile(Integer.parseInt(m.group(1)), m.group(2), process));
    }

    /**
     * The process that wrote the file, for an operator who has to end it. Empty if it has gone: another process that has its
     * number by now began after the file was written.
     */
    public static Optional<Long> holder(Path databaseFolder) throws IOException {
        Optional<ChannelFile> file = read(databaseFolder);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Instant written = Files.getLastModifiedTime(path(databaseFolder)).toInstant();
        return ProcessHandle.of(file.get().process())
                .filter(process -> process.info()
                        .startInstant()
                        .filter(start -> start.isBefore(written.plusSeconds(1)))
                        .isPresent())
                .map(ProcessHandle::pid);
    }

    /** Only the holder of the home's lock may call it. */
    void write(Path databaseFolder) throws IOException {
        Path temporary = databaseFolder.resolve(".channel");
        Files.deleteIfExists(temporary);
        Files.createFile(temporary, ownerOnly("rw-------"));
        Files.writeString(
                temporary,
                port + " " + token + " " + process + "\n",
                StandardCharsets.US_ASCII,
                StandardOpenOption.WRITE);
        Files.move(temporary, path(databaseFolder), StandardCopyOption.ATOMIC_MOVE);
    }

    static void delete(Path databaseFolder) throws IOException {
        Files.deleteIfExists(path(databaseFolder));
    }

    /** The permissions from the first moment on, where the file system knows them. */
    public static FileAttribute<?>[] ownerOnly(String permissions) {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public String toString() {
        return "port " + port;
    }

    private static Path path(Path databaseFolder) {
        return databaseFolder.resolve("channel");
    }
}
