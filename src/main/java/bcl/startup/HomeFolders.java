package bcl.startup;

import bcl.channel.ChannelFile;
import bcl.commands.HomeRequest;
import bcl.commands.UsageException;
import bcl.intake.UnusableHome;
import bcl.wire.DiskTrouble;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** The folders of a home on the disk. */
public final class HomeFolders {
    private HomeFolders() {}

    /**
     * Makes sure that the request's home is there: a night makes what is missing, other commands only look at a home that is
     * one, so that a mistyped path is not filled with an empty database.
     */
    static Home prepare(HomeRequest request) {
        Home home = new Home(request.home());
        try {
            if (request.makesHome()) {
                Files.createDirectories(home.root());
            } else {
                requireHome(home);
            }
            return new Home(home.root().toRealPath());
        } catch (IOException e) {
            throw new UsageException("Cannot use " + home.root() + " as home: " + DiskTrouble.told(e), e);
        }
    }

    /** Makes the folders that are missing, for nobody but the engine and, in {@code sftp/}, its group. */
    static void make(Home home) {
        try {
            bcl.intake.HomeFolders.prepare(home);
        } catch (IOException e) {
            throw new UsageException("Cannot make the folders of " + home.root() + ": " + DiskTrouble.told(e), e);
        }
    }

    /** Makes sure that files can be taken in one step. */
    static void requireOneVolume(Home home) {
        try {
            bcl.intake.HomeFolders.requireOneVolume(home);
        } catch (IOException e) {
            throw new UsageException("Cannot look into " + home.sftp() + ": " + DiskTrouble.told(e), e);
        } catch (UnusableHome e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The folder of the embedded database, which nobody but the owner may look into. */
    public static Path database(Home home) {
        Path folder = home.database();
        try {
            if (Files.notExists(folder)) {
                Files.createDirectories(folder, ChannelFile.ownerOnly("rwx------"));
            }
            PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
            if (view != null && view.readAttributes().permissions().size() > 3) {
                view.setPermissions(PosixFilePermissions.fromString("rwx------"));
            }
            return folder;
        } catch (IOException e) {
            throw new UsageException(
                    "Cannot use " + folder + ", which must belong to the user who runs the engine: "
                            + DiskTrouble.told(e),
                    e);
        }
    }

    private static void requireHome(Home home) {
        if (!Files.isDirectory(home.root())) {
            throw new UsageException("There is no home " + home.root());
        }
        if (Stream.of(home.database(), home.reference(), home.sftp(), home.settings())
                .noneMatch(Files::exists)) {
            throw new UsageException(
                    home.root() + " is no home: it holds neither db/ nor reference/ nor sftp/ nor application.yml");
        }
    }
}
