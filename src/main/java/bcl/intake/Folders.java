package bcl.intake;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Makes folders with the permissions that they need. Folders that are there are never changed. */
final class Folders {
    static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    /** The group may be that of an SFTP server in front. */
    static final Set<PosixFilePermission> NOT_OF_ALL = PosixFilePermissions.fromString("rwxrwxr-x");

    static final Set<PosixFilePermission> WITH_GROUP = PosixFilePermissions.fromString("rwxr-x---");

    private Folders() {}

    /** Whether somebody may do there what these permissions do not allow. */
    static boolean isLooser(Path folder, Set<PosixFilePermission> permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        return view != null
                && Files.isDirectory(folder)
                && !permissions.containsAll(view.readAttributes().permissions());
    }

    static void make(Path folder, Set<PosixFilePermission> permissions) throws IOException {
        if (Files.isDirectory(folder, NOFOLLOW_LINKS)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null && !Files.exists(parent)) {
            make(parent, permissions);
        }
        FileAttribute<?> attribute = PosixFilePermissions.asFileAttribute(permissions);
        try {
            Files.createDirectory(folder, attribute);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }
}
