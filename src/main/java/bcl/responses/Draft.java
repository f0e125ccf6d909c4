package bcl.responses;

import bcl.wire.FileName;
import java.io.IOException;
import java.nio.file.Path;

/**
 * An answer that was rendered and is not published: its digest is known and can be recorded. A small one is in memory, a large
 * one in a temporary file that is durable already. For one thread at a time; closing it takes away what was not published.
 */
public final class Draft implements AutoCloseable {
    private final FileName name;
    private final Rendered rendered;
    private final OutboundFolder folder;
    private final Spool spool;

    Draft(FileName name, Rendered rendered, OutboundFolder folder, Spool spool) {
        this.name = name;
        this.rendered = rendered;
        this.folder = folder;
        this.spool = spool;
    }

    public FileName name() {
        return name;
    }

    public Rendered rendered() {
        return rendered;
    }

    Path target() {
        return folder.target(name);
    }

    /** Puts it under its final name; the folder is still to be synced. */
    void publish() throws IOException {
        spool.onDisk().moveTo(target());
    }

    /** @throws StorageFailed if a temporary file cannot be removed; the next run does it */
    @Override
    public void close() {
        try {
            spool.discard();
        } catch (IOException e) {
            throw new StorageFailed("could not remove a temporary file in", folder.path(), e);
        }
    }
}
