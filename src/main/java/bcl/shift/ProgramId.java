package bcl.shift;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which program this is: a digest over its own classes and tables, so that two builds from the same sources are the same and each other
 * rule makes another. Recorded with each run, and so with all that the run decides.
 */
final class ProgramId {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramId.class);
    private static final int DIGITS = 16;
    private static final int BUFFER = 1 << 16;

    private ProgramId() {}

    static String get() {
        return Holder.ID;
    }

    private static final class Holder {
        static final String ID = make();
    }

    private static String make() {
        CodeSource source = ProgramId.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return "unknown";
        }
        try {
            Path path = Path.of(source.getLocation().toURI());
            if (Files.isDirectory(path)) {
                return digest(path);
            }
            try (FileSystem jar = FileSystems.newFileSystem(path)) {
                return digest(jar.getPath("/"));
            }
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            LOG.warn("Which program this is cannot be told: {}", e.getClass().getSimpleName());
            return "unknown";
        }
    }

    /** Over {@code bcl/} and {@code schemas/} below this folder. */
    static String digest(Path top) throws IOException {
        MessageDigest sha256 = sha256();
        byte[] buffer = new byte[BUFFER];
        for (String part : List.of("bcl", "schemas")) {
            Path folder = top.resolve(part);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(Files::isRegularFile)
                            .sorted((a, b) -> a.toString().compareTo(b.toString()))
                            .toList()) {
                        sha256.update(name(top, file));
                        try (InputStream in = Files.newInputStream(file)) {
                            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                                sha256.update(buffer, 0, count);
                            }
                        }
                    }
                }
            }
        }
        return HexFormat.of().formatHex(sha256.digest()).substring(0, DIGITS);
    }

    private static byte[] name(Path top, Path file) {
        return (top.relativize(file) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
