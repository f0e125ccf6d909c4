package bcl.responses;

import bcl.wire.FileName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Keeps a small answer in memory and writes a large one into a temporary file in its folder. */
final class Spool extends OutputStream {
    /** Most answers are far smaller; thousands of them are held at a time. */
    static final int KEPT = 256 * 1024;

    private final FileName name;
    private final OutboundFolder folder;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream(1024);
    private @Nullable TempFile temporary;

    Spool(FileName name, OutboundFolder folder) {
        this.name = name;
        this.folder = folder;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (temporary == null && memory.size() + length > KEPT) {
            toDisk();
        }
        (temporary == null ? memory : temporary).write(bytes, from, length);
    }

    /** Ends the writing: what is on disk becomes durable now, so that publishing is a mere renaming. */
    void end() throws IOException {
        if (temporary != null) {
            temporary.seal();
        }
    }

    /** All that was written, durable and ready to be moved. */
    TempFile onDisk() throws IOException {
        if (temporary != null) {
            return temporary;
        }
        TempFile file = toDisk();
        file.seal();
        return file;
    }

    private TempFile toDisk() throws IOException {
        TempFile file = folder.temporary(name);
        temporary = file;
        memory.writeTo(file);
        memory = new ByteArrayOutputStream(0);
        return file;
    }

    void discard() throws IOException {
        if (temporary != null) {
            temporary.discard();
        }
    }
}
