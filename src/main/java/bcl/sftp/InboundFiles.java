package bcl.sftp;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import bcl.sftp.SftpEvent.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The files that an organisation sends. The engine may take a file at any moment, so that an open file may be gone already. */
final class InboundFiles {
    /** The group may be that of an SFTP server in front, as for the folder. */
    private static final FileAttribute<?> MODE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----"));
    /** How often a file may come or go in the moment of opening it. */
    private static final int ATTEMPTS = 10;

    private final Client client;
    private final UploadBoard board;
    private final Quota quota;
    private final Reports reports;

    InboundFiles(Client client, UploadBoard board, Quota quota, Reports reports) {
        this.client = client;
        this.board = board;
        this.quota = quota;
        this.reports = reports;
    }

    /** Opens for writing, as the options say. */
    UploadChannel open(Path path, Set<? extends OpenOption> options) throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<Seen> before = Seen.at(path);
            Optional<FileChannel> file =
                    before.isPresent() ? openOld(path, before.get(), options) : make(path, options);
            if (file.isPresent()) {
                Optional<Seen> after = Seen.at(path);
                boolean same = after.isPresent()
                        && before.map(old -> old.key().equals(after.get().key()))
                                .orElse(true);
                if (same) {
                    return opened(path, after.orElseThrow(), file.get(), options);
                }
                file.get().close();
            }
        }
        throw Refused.failure("The file comes and goes; try again");
    }

    /** @param byClient whether the client closed it, or its session ended */
    void close(UploadChannel upload, boolean byClient) throws IOException {
        if (!byClient) {
            upload.breakOff();
            if (upload.isThere()) {
                reports.tellSeldom(Kind.UPLOAD_BROKEN, client.organisation(), "inbound/" + upload.name());
                reports.record(client, Kind.UPLOAD_BROKEN, "inbound/" + upload.name());
            }
            return;
        }
        long size = upload.size();
        try {
            upload.finish();
        } catch (Refused gone) {
            reports.tellSeldom(
                    Kind.TAKEN_EARLY,
                    client.organisation(),
                    "inbound/" + upload.name() + " was taken, removed or replaced before its sender closed it");
            throw gone;
        }
        reports.transferred(client, Kind.UPLOADED, "inbound/" + upload.name(), ", " + size + " bytes");
    }

    /** @param replaced what had the new name before */
    void rename(Path from, Path to, Optional<Seen> replaced) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        replaced.ifPresent(old -> quota.gone(old.size()));
        board.renamed(to);
        reports.transferred(
                client, Kind.RENAMED, "inbound/" + to.getFileName(), ", before inbound/" + from.getFileName());
    }

    void remove(Path path) throws IOException {
        long size = Seen.at(path).map(Seen::size).orElse(0L);
        Files.delete(path);
        quota.gone(size);
        reports.transferred(client, Kind.REMOVED, "inbound/" + path.getFileName(), "");
    }

    private UploadChannel opened(Path path, Seen seen, FileChannel file, Set<? extends OpenOption> options)
            throws IOException {
        UploadBoard.Upload upload = board.opened(path, seen);
        UploadChannel channel = new UploadChannel(file, upload, quota);
        if (options.contains(TRUNCATE_EXISTING) && seen.size() > 0) {
            try {
                channel.truncate(0);
            } catch (IOException | RuntimeException e) {
                channel.breakOff();
                throw e;
            }
        }
        return channel;
    }

    /** Empty if it is there after all. */
    private Optional<FileChannel> make(Path path, Set<? extends OpenOption> options) throws IOException {
        if (!options.contains(CREATE) && !options.contains(CREATE_NEW)) {
            throw Refused.noSuchFile();
        }
        quota.file();
        try {
            return Optional.of(FileChannel.open(path, with(options, CREATE_NEW), MODE));
        } catch (FileAlreadyExistsException e) {
            return Optional.empty();
        }
    }

    /** Empty if it has gone. */
    private static Optional<FileChannel> openOld(Path path, Seen seen, Set<? extends OpenOption> options)
            throws IOException {
        if (!seen.regular() || options.contains(CREATE_NEW)) {
            throw Refused.failure(
                    seen.regular() ? "The file is there already" : "Something that is no file has this name");
        }
        try {
            return Optional.of(FileChannel.open(path, with(options, NOFOLLOW_LINKS)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Set<OpenOption> with(Set<? extends OpenOption> options, OpenOption how) {
        Set<OpenOption> all = new HashSet<>(Set.of(WRITE, how));
        if (options.contains(READ)) {
            all.add(READ);
        }
        return all;
    }
}
