package bcl.sftp;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemConfigurator;
import org.jspecify.annotations.Nullable;

/**
 * SFTP 3 for one channel, cut down to what senders need. A request that is not named here is refused, so that one that the library
 * learns in a later release is refused too. Used by one thread.
 */
final class JailedSubsystem extends SftpSubsystem {
    private static final Set<Integer> ON_HANDLES = Set.of(
            SftpConstants.SSH_FXP_INIT,
            SftpConstants.SSH_FXP_CLOSE,
            SftpConstants.SSH_FXP_READ,
            SftpConstants.SSH_FXP_WRITE,
            SftpConstants.SSH_FXP_FSTAT,
            SftpConstants.SSH_FXP_FSETSTAT,
            SftpConstants.SSH_FXP_READDIR);
    private static final Set<Integer> ON_PATHS = Set.of(
            SftpConstants.SSH_FXP_OPEN,
            SftpConstants.SSH_FXP_LSTAT,
            SftpConstants.SSH_FXP_SETSTAT,
            SftpConstants.SSH_FXP_OPENDIR,
            SftpConstants.SSH_FXP_REMOVE,
            SftpConstants.SSH_FXP_REALPATH,
            SftpConstants.SSH_FXP_STAT,
            SftpConstants.SSH_FXP_RENAME,
            SftpConstants.SSH_FXP_EXTENDED);
    private static final Map<Integer, String> FORBIDDEN = Map.of(
            SftpConstants.SSH_FXP_MKDIR, "making a folder",
            SftpConstants.SSH_FXP_RMDIR, "removing a folder",
            SftpConstants.SSH_FXP_READLINK, "reading a link",
            SftpConstants.SSH_FXP_SYMLINK, "making a link");
    private static final Map<String, String> EXTENSIONS =
            Map.of("posix-rename@openssh.com", "1", "fsync@openssh.com", "1", "limits@openssh.com", "1");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwxr-x---");
    private static final Set<PosixFilePermission> WRITABLE = PosixFilePermissions.fromString("rw-r-----");
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("r--r-----");

    private final JailAccess access;
    private final Logins logins;
    private boolean listing;

    JailedSubsystem(ChannelSession channel, SftpSubsystemConfigurator configurator, JailAccess access, Logins logins) {
        super(channel, configurator);
        this.access = access;
        this.logins = logins;
    }

    @Override
    public SftpFileSystemAccessor getFileSystemAccessor() {
        return access;
    }

    @Override
    protected void doProcess(Buffer buffer, int length, int type, int id) throws IOException {
        if (type != SftpConstants.SSH_FXP_INIT && getVersion() == 0) {
            throw new IOException("a request came before the greeting");
        }
        if (ON_HANDLES.contains(type)) {
            super.doProcess(buffer, length, type, id);
        } else if (!ON_PATHS.contains(type)) {
            refuse(buffer, type, id);
        } else if (logins.stillAllows(getServerSession())) {
            super.doProcess(buffer, length, type, id);
        }
    }

    private void refuse(Buffer buffer, int type, int id) throws IOException {
        String what = FORBIDDEN.get(type);
        if (what == null) {
            sendStatus(prepareReply(buffer), id, SftpConstants.SSH_FX_OP_UNSUPPORTED, "Not supported");
        } else {
            sendStatus(prepareReply(buffer), id, access.refused(what), type);
        }
    }

    @Override
    protected void executeExtendedCommand(Buffer buffer, int id, String extension) throws IOException {
        if (EXTENSIONS.containsKey(extension)) {
            super.executeExtendedCommand(buffer, id, extension);
        } else {
            sendStatus(prepareReply(buffer), id, SftpConstants.SSH_FX_OP_UNSUPPORTED, "Not supported");
        }
    }

    @Override
    protected void appendExtensions(Buffer buffer, String versions) {
        EXTENSIONS.forEach((name, version) -> {
            buffer.putString(name);
            buffer.putString(version);
        });
    }

    /** Answers with the path as the client sees it, and not as the machine does. */
    @Override
    protected void doRealPath(Buffer buffer, int id) throws IOException {
        Path plain;
        try {
            plain = Path.of(Jail.plain(buffer.getString()));
        } catch (RuntimeException e) {
            sendStatus(prepareReply(buffer), id, e, SftpConstants.SSH_FXP_REALPATH);
            return;
        }
        sendPath(prepareReply(buffer), id, plain, Map.of());
    }

    /** The attributes that a client may know; nothing of owners and other folders of the machine. */
    @Override
    protected NavigableMap<String, Object> resolveFileAttributes(
            Path path, int flags, boolean neverFollow, LinkOption... options) throws IOException {
        // What is above the top is the top: that is what ".." in a listing is.
        Place place = access.jail().of(path).orElse(access.jail().top());
        if (place instanceof Place.Item item && !access.isShown(item.path())) {
            return gone();
        }
        Optional<Seen> seen = Seen.at(place.path());
        return seen.isEmpty() ? gone() : attributes(place, seen.get());
    }

    /** A file that goes while a listing is on its way is listed as empty: one that is taken must not break the listing. */
    private NavigableMap<String, Object> gone() throws IOException {
        if (listing) {
            return attributes(null, new Seen("", true, false, 0, Instant.EPOCH));
        }
        throw Refused.noSuchFile();
    }

    @Override
    protected void doReadDir(Buffer buffer, int id) throws IOException {
        listing = true;
        try {
            super.doReadDir(buffer, id);
        } finally {
            listing = false;
        }
    }

    private static NavigableMap<String, Object> attributes(@Nullable Place place, Seen seen) {
        NavigableMap<String, Object> attributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        boolean inbound = place instanceof Place.Item item && item.inbound();
        attributes.put("isDirectory", seen.folder());
        attributes.put("isRegularFile", seen.regular());
        attributes.put("isSymbolicLink", false);
        attributes.put("size", seen.folder() ? 0L : seen.size());
        attributes.put("permissions", seen.folder() ? FOLDER : inbound ? WRITABLE : READABLE);
        attributes.put("lastModifiedTime", FileTime.from(seen.modified()));
        attributes.put("lastAccessTime", FileTime.from(seen.modified()));
        return attributes;
    }

    @Override
    protected void setFileAttributes(Path file, Map<String, ?> attributes, LinkOption... options) throws IOException {
        access.setAttributes(file, attributes.keySet());
    }

    /** Clients that break off cut the file at what they know has arrived: so the next attempt can go on there. */
    @Override
    protected void doFSetStat(int id, String name, Map<String, ?> attributes) throws IOException {
        Handle handle = validateHandle(name, handles.get(name), Handle.class);
        Object size = attributes.get("size");
        if (size instanceof Number length
                && handle instanceof FileHandle file
                && file.getFileChannel() instanceof UploadChannel upload) {
            upload.truncate(length.longValue());
        } else if (!(handle instanceof FileHandle) || size != null) {
            access.setAttributes(handle.getFile(), attributes.keySet());
        }
    }

    @Override
    protected void doClose(int id, String handle) throws IOException {
        access.closesByClient(true);
        try {
            super.doClose(id, handle);
        } finally {
            access.closesByClient(false);
        }
    }
}
