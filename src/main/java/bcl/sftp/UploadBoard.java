package bcl.sftp;

import bcl.intake.Uploads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What clients did with the files in {@code inbound/}, for the intake. A file is known by what it is and not by its name, so that a
 * renaming changes nothing, and a new file under an old name is a new one. In memory: after a restart the quiet period decides.
 *
 * <p>An upload that broke off counts as open: what it left may end with anything, a cut {@code Z99} included. It is complete when
 * its sender has closed or renamed it after all, or when the incomplete period is over. Thread-safe.
 */
final class UploadBoard implements Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(UploadBoard.class);
    private static final int MANY = 10_000;

    private final Map<Object, Upload> uploads = new ConcurrentHashMap<>();
    private volatile int sweepAbove = MANY;

    @Override
    public State of(Path file) {
        try {
            Optional<Seen> seen = Seen.at(file);
            Upload upload = seen.map(found -> uploads.get(found.key())).orElse(null);
            return upload == null ? State.UNKNOWN : upload.state(seen.orElseThrow());
        } catch (IOException e) {
            LOG.debug("{} cannot be looked at; the quiet period decides", file, e);
            return State.UNKNOWN;
        }
    }

    /** A client has this file open for writing. */
    Upload opened(Path path, Seen file) {
        if (uploads.size() > sweepAbove) {
            uploads.values().removeIf(Upload::isOver);
            sweepAbove = Math.max(MANY, 2 * uploads.size());
        }
        return uploads.compute(file.key(), (key, old) -> {
            Upload upload = old == null ? new Upload(file.key(), path) : old;
            upload.open(path);
            return upload;
        });
    }

    /** A client gave the file a new name; it is whole to it, unless it is open. */
    void renamed(Path to) throws IOException {
        Optional<Seen> seen = Seen.at(to);
        if (seen.isPresent()) {
            Object key = seen.get().key();
            uploads.computeIfAbsent(key, k -> new Upload(key, to)).renamed(to, seen.get());
        }
    }

    /** What is known of one file. */
    static final class Upload {
        private final Object key;
        private Path path;
        private int open;
        private boolean broken;
        private @Nullable Seen left;

        Upload(Object key, Path path) {
            this.key = key;
            this.path = path;
        }

        /** Whether the file still lies where its sender put it: not taken, not removed, not overwritten by a renaming. */
        boolean isThere() throws IOException {
            Path now = path();
            return Seen.at(now).filter(seen -> seen.key().equals(key)).isPresent();
        }

        /** The client has closed it; whether it was still there then. */
        synchronized boolean closed() throws IOException {
            open--;
            broken = false;
            left = find().orElse(null);
            return left != null;
        }

        /** The session ended, or the disk failed, with the file open. */
        synchronized void broken() throws IOException {
            open--;
            broken = true;
            left = find().orElse(null);
        }

        synchronized Path path() {
            return path;
        }

        private synchronized void open(Path at) {
            open++;
            path = at;
        }

        private synchronized void renamed(Path to, Seen seen) {
            path = to;
            if (open == 0) {
                broken = false;
                left = seen;
            }
        }

        private synchronized State state(Seen now) {
            if (open > 0) {
                return State.OPEN;
            }
            if (!now.equals(left)) {
                return State.UNKNOWN; // somebody else has changed it since, or it is another file with the same key
            }
            return broken ? State.OPEN : State.CLOSED;
        }

        private Optional<Seen> find() throws IOException {
            return Seen.at(path).filter(seen -> seen.key().equals(key));
        }

        private synchronized boolean isOver() {
            try {
                return open == 0 && !isThere();
            } catch (IOException e) {
                return false;
            }
        }
    }
}
