package bcl.reconciliation;

import bcl.parsing.FilePlan;
import bcl.parsing.GroupReader;
import bcl.parsing.Part;
import bcl.parsing.RawGroup;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** All groups of a file, one part after the other. */
final class Groups implements Closeable {
    private final Path file;
    private final FilePlan plan;
    private final Iterator<Part> parts;
    private @Nullable GroupReader reader;

    Groups(Path file, FilePlan plan) {
        this.file = file;
        this.plan = plan;
        this.parts = plan.parts().iterator();
    }

    @Nullable
    RawGroup next() throws IOException {
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
