package bcl.intake;

import java.time.Instant;

/**
 * What a folder's entry is, read without following links.
 *
 * @param key tells two files apart for as long as both exist: volume and inode
 */
record Entry(Kind kind, Object key, long size, Instant modified) {
    enum Kind {
        FILE,
        FOLDER,
        LINK,
        /** A pipe, a device, a socket: opening it may block or do anything. */
        OTHER
    }

    boolean isFile() {
        return kind == Kind.FILE;
    }

    boolean isFolder() {
        return kind == Kind.FOLDER;
    }
}
