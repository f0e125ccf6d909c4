package bcl.sftp;

import bcl.sftp.SftpEvent.Kind;
import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/**
 * What one session does on the disk. Every act looks again whether the folders are folders and the file is a file: links and other
 * things that lie there are not followed, not shown and not removed. Used by one thread.
 */
final class JailAccess extends NoAccess {
    private static final LinkOption[] NOFOLLOW = {LinkOption.NOFOLLOW_LINKS};

    private final Client client;
    private final Jail jail;
    private final InboundFiles inbound;
    private final Reports reports;
    private boolean closedByClient;

    JailAccess(Client client, Jail jail, InboundFiles inbound, Reports reports) {
        this.client = client;
        this.jail = jail;
        this.inbound = inbound;
        this.reports = reports;
    }

    /** Whether what is closed from now on is closed by the client, and not because its session ended. */
    void closesByClient(boolean byClient) {
        closedByClient = byClient;
    }

    @Override
    public Path resolveLocalFilePath(SftpSubsystemProxy subsystem, Path root, String remote) throws IOException {
        return jail.place(remote).path();
    }

    @Override
    public LinkOption[] resolveFileAccessLinkOptions(
            SftpSubsystemProxy subsystem, Path file, int cmd, String extension, boolean follow) {
        return NOFOLLOW;
    }

    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path file,
            String name,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        Place.Item item = item(file);
        boolean writes = options.contains(StandardOpenOption.WRITE);
        if (writes && !item.inbound()) {
            throw refused("writing into outbound/");
        }
        if (writes) {
            return inbound.open(item.path(), options);
        }
        requireFile(item);
        FileChannel channel = FileChannel.open(item.path(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        return new DownloadChannel(channel);
    }

    @Override
    public void closeFile(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path file,
            String name,
            Channel channel,
            Set<? extends OpenOption> options)
            throws IOException {
        if (channel instanceof UploadChannel upload) {
            inbound.close(upload, closedByClient);
        } else if (channel instanceof DownloadChannel download) {
            boolean in = jail.of(file).orElse(null) instanceof Place.Item item && item.inbound();
            boolean whole = closedByClient && !in && download.isWhole();
            boolean touched = download.isTouched();
            download.close();
            if (whole) {
                reports.collected(client, String.valueOf(file.getFileName()));
            } else if (touched) {
                reports.transferred(client, Kind.READ, (in ? "inbound/" : "outbound/") + file.getFileName(), "");
            }
        } else if (channel != null) {
            channel.close();
        }
    }

    @Override
    public void syncFileData(SftpSubsystemProxy subsystem, FileHandle handle, Path file, String name, Channel channel)
            throws IOException {
        if (channel instanceof UploadChannel upload) {
            upload.sync();
        }
    }

    @Override
    public FileLock tryLock(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path file,
            String name,
            Channel channel,
            long position,
            long size,
            boolean shared)
            throws IOException {
        throw refused("locking a file");
    }

    @Override
    public DirectoryStream<Path> openDirectory(
            SftpSubsystemProxy subsystem, DirectoryHandle handle, Path folder, String name, LinkOption... options)
            throws IOException {
        Place place = jail.of(folder).orElseThrow(Refused::noSuchFile);
        if (place instanceof Place.Top) {
            return listing(jail.boxes());
        }
        if (!(place instanceof Place.Box box)) {
            throw Refused.failure("It is no folder");
        }
        requireFolders(box.inbound());
        try (Stream<Path> entries = Files.list(box.path())) {
            return listing(entries.filter(this::isShown).toList());
        }
    }

    @Override
    public void renameFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
            throws IOException {
        Place.Item source = item(from);
        Place.Item target = item(to);
        if (!source.inbound() || !target.inbound()) {
            throw refused("renaming out of, into or in outbound/");
        }
        requireFile(source);
        Optional<Seen> old = Seen.at(target.path());
        if (old.isPresent() && !old.get().regular()) {
            throw Refused.denied("Something that is no file has this name");
        }
        inbound.rename(source.path(), target.path(), old);
    }

    @Override
    public void removeFile(SftpSubsystemProxy subsystem, Path path, boolean isDirectory) throws IOException {
        Place.Item item = item(path);
        requireFile(item);
        if (item.inbound()) {
            inbound.remove(item.path());
        } else {
            Files.delete(item.path());
            reports.collected(client, item.name());
        }
    }

    /** Times and permissions are the server's own: taken without a word, since many clients always set them, and not kept. */
    void setAttributes(Path path, Set<String> names) throws IOException {
        if (jail.of(path).orElseThrow(Refused::noSuchFile) instanceof Place.Item item) {
            requireFile(item);
        }
        if (names.contains("size")) {
            throw Refused.denied("The length can be set of a file that is open alone");
        }
        boolean matters = names.stream()
                .anyMatch(each -> Set.of("uid", "gid", "owner", "group", "acl", "extended")
                        .contains(each));
        if (matters) {
            throw refused("changing the owner of a file");
        }
    }

    Jail jail() {
        return jail;
    }

    /** Tells the client that nobody may do this, and the operators that somebody tried. */
    Refused refused(String what) {
        reports.tellSeldom(Kind.REFUSED, jail.organisation(), what);
        return Refused.denied("Not allowed here: " + what);
    }

    /** Whether a client may see that it is there: a file, and not one that the engine is still writing. */
    boolean isShown(Path file) {
        try {
            boolean hidden = jail.of(file).orElse(null) instanceof Place.Item item && item.hidden();
            return !hidden && Seen.at(file).filter(Seen::regular).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private Place.Item item(Path path) throws IOException {
        if (jail.of(path).orElseThrow(Refused::noSuchFile) instanceof Place.Item item) {
            requireFolders(item.inbound());
            return item;
        }
        throw refused("changing a folder");
    }

    private void requireFile(Place.Item item) throws IOException {
        if (!isShown(item.path())) {
            throw Refused.noSuchFile();
        }
    }

    private void requireFolders(boolean in) throws IOException {
        String fault = jail.fault(in);
        if (!fault.isEmpty()) {
            reports.tellSeldom(Kind.FAILED, jail.organisation(), fault + ": nothing can be sent or collected there");
            throw Refused.failure("The folder cannot be used now; the operator was told");
        }
    }

    private static DirectoryStream<Path> listing(Collection<Path> entries) {
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return entries.iterator();
            }

            @Override
            public void close() {
                // nothing is open: the names were read at once
            }
        };
    }
}
