package bcl.intake;

import bcl.ledger.ClaimLedger;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The claimed files: {@code sftp/.taken/CLAIM/FOLDER/NAME}. They lie on the volume of the {@code inbound/} folders, so that
 * claiming is one renaming, and where no sender can come. See {@link Intake} for the protocol.
 */
final class Claims {
    private static final Pattern CLAIM = Pattern.compile("[0-9a-f-]{36}");
    private static final Duration KEPT = Duration.ofDays(7);

    private final Home home;
    private final Disk disk;
    private final ClaimLedger ledger;

    Claims(Home home, Disk disk, ClaimLedger ledger) {
        this.home = home;
        this.disk = disk;
        this.ledger = ledger;
    }

    static Path root(Home home) {
        return home.sftp().resolve(".taken");
    }

    String open() throws IOException {
        String claim = UUID.randomUUID().toString();
        disk.makeFolder(folder(claim));
        return claim;
    }

    /** Takes the file away from its sender; gives the place where it lies now. */
    Path hold(String claim, Arrival file) throws IOException {
        Path folder = folder(claim).resolve(file.rawFolder());
        disk.makeFolder(folder);
        Path held = folder.resolve(last(file.path()));
        disk.move(file.path(), held);
        return held;
    }

    Path folder(String claim) {
        return root(home).resolve(claim);
    }

    /**
     * Puts back whatever lies in the claim beside {@code held}: a renaming that was told to have failed may have happened. Once
     * the claim is recorded all of it is deleted, so nothing else may be in it.
     *
     * @throws IOException if the claim cannot be made to hold these alone; it must not be recorded then
     */
    void holdOnly(String claim, Set<Path> held) throws IOException {
        for (Path folder : disk.list(folder(claim))) {
            Path inbound = home.sftp().resolve(last(folder)).resolve("inbound");
            for (Path file : disk.list(folder)) {
                if (!held.contains(file) && !putBackOne(file, inbound)) {
                    throw new IOException("claim " + claim + " holds a file that could neither be sealed nor put back");
                }
            }
        }
    }

    /**
     * All folders between which files of a claim were moved, there and back: they must be on the disk before the claim is
     * recorded, or a power loss could bring a file back into a claim whose files are then deleted.
     */
    List<Path> folders(String claim) throws IOException {
        List<Path> folders = new ArrayList<>(List.of(root(home), folder(claim)));
        for (Path folder : disk.list(folder(claim))) {
            folders.add(folder);
            Path inbound = home.sftp().resolve(last(folder)).resolve("inbound");
            if (Files.isDirectory(inbound)) {
                folders.add(inbound);
            }
        }
        return folders;
    }

    /** Removes the files of a recorded claim. */
    void finish(String claim) throws IOException {
        for (Path folder : disk.list(folder(claim))) {
            for (Path file : disk.list(folder)) {
                disk.delete(file);
            }
            disk.delete(folder);
        }
        disk.delete(folder(claim));
    }

    /**
     * Settles every claim that is left over, by a crash or by {@code inbound/} having a newer file of that name. One that cannot
     * be cleared away is told and keeps nothing back: what it holds is safe.
     */
    List<Left> settleAll(Instant now, ReportBuilder report) throws IOException {
        List<Left> stay = new ArrayList<>();
        for (Path folder : disk.list(root(home))) {
            String claim = last(folder).toString();
            if (CLAIM.matcher(claim).matches()) {
                try {
                    settle(claim, now, stay);
                } catch (IOException e) {
                    report.failed(new IntakeFailure("", "", e, "The next look tries again to clear claim " + claim));
                }
            }
        }
        return stay;
    }

    /** Removes the files of a claim that was recorded, and puts those of one that was not back; whether it was recorded. */
    boolean settle(String claim, Instant now, List<Left> stay) throws IOException {
        if (ledger.settle(claim, now)) {
            finish(claim);
            return true;
        }
        boolean empty = true;
        for (Path folder : disk.list(folder(claim))) {
            if (putBack(folder, stay)) {
                disk.delete(folder);
            } else {
                empty = false;
            }
        }
        if (empty) {
            disk.delete(folder(claim));
        }
        return false;
    }

    /** Old decisions are needed no more once no claimed file is left. */
    void forgetOld(Instant now) throws IOException {
        boolean left = disk.list(root(home)).stream()
                .anyMatch(folder -> CLAIM.matcher(last(folder).toString()).matches());
        if (!left) {
            ledger.forgetBefore(now.minus(KEPT));
        }
    }

    private boolean putBack(Path folder, List<Left> stay) throws IOException {
        Path inbound = home.sftp().resolve(last(folder)).resolve("inbound");
        boolean all = true;
        for (Path file : disk.list(folder)) {
            if (!putBackOne(file, inbound)) {
                stay.add(new Left(file, inbound));
                all = false;
            }
        }
        return all;
    }

    private boolean putBackOne(Path file, Path inbound) throws IOException {
        try {
            return disk.moveIfFree(file, inbound.resolve(last(file)));
        } catch (NoSuchFileException e) {
            return false; // somebody removed inbound/: the file is taken from here
        }
    }

    static Path last(Path path) {
        return Objects.requireNonNull(path.getFileName(), "a path with a name");
    }

    static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent(), "a path with a parent");
    }

    /** A claimed file that could not be put back. */
    record Left(Path file, Path inbound) {}
}
