package bcl.parsing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** All groups of a file, one part after the other, in constant memory. For one thread. */
public final class Groups implements Closeable {
    private final Path file;
    private final FilePlan plan;
    private final Iterator<Part> parts;
    private @Nullable GroupReader reader;

    /** @param plan of this very file */
    public Groups(Path file, FilePlan plan) {
        this.file = file;
        this.plan = plan;
        this.parts = plan.parts().iterator();
    }

    /** The next group of the file, or null behind its last one. */
    public @Nullable RawGroup next() throws IOException {
        RawGroup group = reader == null ? null : reader.next();
        while (group == null && parts.hasNext()) {
            close();
            GroupReader opened = GroupReader.open(file, parts.next(), plan.trailerLine());
            reader = opened;
            group = opened.next();
        }
        return group;
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
