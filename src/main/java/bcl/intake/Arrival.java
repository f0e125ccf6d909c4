package bcl.intake;

import java.nio.file.Path;

/**
 * A regular file of a sender.
 *
 * @param path where it lies: in its {@code inbound/}, or among left-over claims whose name there has a newer file by now
 * @param folder the name of the folder below {@code sftp/}
 * @param known whether that folder is a known organisation's
 * @param entry as it was when it was judged complete
 */
record Arrival(Path path, Path inbound, String folder, String name, boolean known, Entry entry) {
    Path rawFolder() {
        return Claims.last(Claims.parent(inbound));
    }
}
