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
 */
public record ChannelFile(int port, String token) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,5}) ([0-9a-f]{64})\n");
    private static final int LONGEST = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    static ChannelFile fresh(int port) {
        return new ChannelFile(port, HexFormat.of().formatHex(randomBytes()));
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
        return m.matches() ? Optional.of(new ChannelFile(Integer.parseInt(m.group(1)), m.group(2))) : Optional.empty();
    }

    /** Only the holder of the home's lock may call it. */
    void write(Path databaseFolder) throws IOException {
        Path temporary = databaseFolder.resolve(".channel");
        Files.deleteIfExists(temporary);
        Files.createFile(temporary, ownerOnly("rw-------"));
        Files.writeString(temporary, port + " " + token + "\n", StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
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
