package bcl.intake;

import bcl.wire.DiskTrouble;
import bcl.wire.Home;
import bcl.wire.Organisation;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the folders of a home that are missing (docs/commands.md, "Home"). Those that are there keep their permissions. */
public final class HomeFolders {
    private static final Logger LOG = LoggerFactory.getLogger(HomeFolders.class);

    private HomeFolders() {}

    /** Makes all folders but those of organisations. */
    public static void prepare(Home home) throws IOException {
        Folders.make(home.root(), Folders.OWNER_ONLY);
        List<Path> own = List.of(
                home.reference(), home.snapshots(), home.keys(), home.quarantine(), home.archive(), home.database());
        for (Path folder : own) {
            Folders.make(folder, Folders.OWNER_ONLY);
        }
        Folders.make(home.sftp(), Folders.WITH_GROUP);
        Folders.make(Claims.root(home), Folders.OWNER_ONLY);
    }

    /**
     * Folders of the engine's own that others may look into, and senders' folders that everybody may write to. Relative to the home;
     * empty where nobody else may enter the home, and where the file system knows no such permissions.
     */
    public static List<String> looser(Home home) throws IOException {
        List<String> looser = new ArrayList<>();
        if (!Folders.isLooser(home.root(), Folders.OWNER_ONLY)) {
            return looser;
        }
        for (Path folder : List.of(
                home.keys(), home.quarantine(), home.archive(), home.database(), home.erased(), Claims.root(home))) {
            if (Folders.isLooser(folder, Folders.OWNER_ONLY)) {
                looser.add(told(home, folder));
            }
        }
        try (DirectoryStream<Path> organisations = Files.newDirectoryStream(home.sftp(), "[!.]*")) {
            for (Path organisation : organisations) {
                for (String each : List.of("inbound", "outbound")) {
                    Path folder = organisation.resolve(each);
                    if (Folders.isLooser(folder, Folders.NOT_OF_ALL)) {
                        looser.add(told(home, folder));
                    }
                }
            }
        }
        return looser;
    }

    private static String told(Home home, Path folder) throws IOException {
        return home.root().relativize(folder) + " "
                + PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }

    /** Makes the folder of an organisation, with {@code inbound/} and {@code outbound/}. */
    public static void organisation(Home home, String shortCode) throws IOException {
        Folders.make(home.inbound(shortCode), Folders.WITH_GROUP);
        Folders.make(home.outbound(shortCode), Folders.WITH_GROUP);
    }

    /** Makes the folders of all organisations that may log by file. One that cannot be made is told and keeps nobody back. */
    public static void organisations(Home home, Collection<Organisation> organisations) {
        for (Organisation each : organisations) {
            try {
                if (each.bulk()) {
                    organisation(home, each.shortCode());
                }
            } catch (IOException e) {
                LOG.warn(
                        "The folders of organisation {} cannot be made: {}. Make room or move away what is in the way",
                        each.shortCode(),
                        DiskTrouble.told(e));
            }
        }
    }

    /**
     * Refuses a home in which a file could not be taken in one step.
     *
     * @throws UnusableHome if an {@code inbound/} lies on another volume than {@code sftp/}: files are claimed by
     *     renaming
     */
    public static void requireOneVolume(Home home) throws IOException {
        FileStore volume = Files.getFileStore(Claims.root(home));
        try (Stream<Path> folders = Files.list(home.sftp())) {
            for (Path folder : folders.toList()) {
                Path inbound = folder.resolve("inbound");
                if (Files.isDirectory(inbound, LinkOption.NOFOLLOW_LINKS)
                        && !Files.getFileStore(inbound).equals(volume)) {
                    throw new UnusableHome(inbound + " lies on another volume than " + home.sftp()
                            + ": files could not be taken in one step. Mount one volume at " + home.sftp()
                            + " for all organisations");
                }
            }
        }
    }
}
