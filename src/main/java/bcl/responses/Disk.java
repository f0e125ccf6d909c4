package bcl.responses;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens the temporary files; a place where tests let a disk be full. */
@FunctionalInterface
interface Disk {
    Disk REAL = path -> FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    /** Makes a file that must not be there yet. */
    FileChannel create(Path path) throws IOException;
}
