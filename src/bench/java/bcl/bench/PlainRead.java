package bcl.bench;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the file and does nothing with it. */
final class PlainRead {
    private PlainRead() {}

    /** Arguments: file, file for the seconds. */
    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
            while (in.read(buffer) >= 0) {}
        }
        CopyYardstick.Seconds.write(arguments[1], start);
    }
}
