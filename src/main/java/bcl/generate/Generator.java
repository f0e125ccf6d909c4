package bcl.generate;

import bcl.wire.FileName;
import bcl.wire.Home;
import bcl.wire.Organisation;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The door of this package: makes a home with synthetic reference data and files. Writes as it goes, so that millions of contacts
 * and meter points need no memory.
 */
public final class Generator {
    /** The engine's default limits (docs/commands.md, "Settings"). */
    private static final long DEFAULT_CONTACTS = 10_000;

    private static final long MEGABYTE = 1 << 20;
    private static final long DEFAULT_SIZE = 64 * MEGABYTE;

    private static final List<FileFault> FILE_FAULTS = List.of(FileFault.values());

    private final Recipe recipe;
    private final Companies companies;
    private final Points points;
    private final Dice dice;
    private final Runnable made;
    private final FileMaker maker;
    private long largest;
    private int faultyFiles;

    private Generator(Recipe recipe, Runnable made) {
        this.recipe = recipe;
        this.made = made;
        this.companies = new Companies(recipe.organisations());
        this.points = new Points(recipe.seed(), recipe.meterPoints(), companies);
        this.dice = new Dice(recipe.seed());
        this.maker = new FileMaker(recipe, points, new Words(dice, recipe.date()), made);
    }

    /**
     * Makes the home.
     *
     * @param folder must be empty or not exist
     * @param modified when the files were last changed, for the engine's quiet period
     * @throws DirectoryNotEmptyException if something is in the folder
     * @throws IllegalArgumentException if no organisation may raise the wanted codes, or there are too few meter points
     */
    public static Generated generate(Recipe recipe, Path folder, Instant modified) throws IOException {
        return generate(recipe, folder, modified, () -> {});
    }

    /**
     * The same.
     *
     * @param made told of each meter point and of each contact
     */
    public static Generated generate(Recipe recipe, Path folder, Instant modified, Runnable made) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new DirectoryNotEmptyException(folder.toString());
            }
        }
        return new Generator(recipe, made).fill(new Home(folder), FileTime.from(modified));
    }

    private Generated fill(Home home, FileTime modified) throws IOException {
        List<Sender> senders = senders(home);
        Files.createDirectories(home.reference());
        ReferenceFiles.organisations(companies, home.reference());
        ReferenceFiles.snapshot(points, recipe.date(), home.reference(), made);
        for (int i = 0; i < recipe.files(); i++) {
            file(senders.get(i % senders.size()), home, modified);
        }
        settings(home);
        return new Generated(
                recipe.organisations(),
                recipe.meterPoints(),
                recipe.files(),
                recipe.files() * recipe.contacts(),
                maker.records(),
                maker.faulty(),
                faultyFiles,
                maker.bytes());
    }

    private List<Sender> senders(Home home) throws IOException {
        List<Sender> senders = new ArrayList<>();
        for (Organisation each : companies.all()) {
            Files.createDirectories(home.inbound(each.shortCode()));
            Files.createDirectories(home.outbound(each.shortCode()));
            Drafts drafts = new Drafts(each, recipe, points, new Words(dice, recipe.date()));
            if (drafts.hasCodes()) {
                senders.add(new Sender(each, drafts));
            }
        }
        if (senders.isEmpty()) {
            throw new IllegalArgumentException("codes: no organisation may raise any of " + recipe.codes());
        }
        return senders;
    }

    private void file(Sender sender, Home home, FileTime modified) throws IOException {
        FileName name = sender.nextFile();
        Path path = home.inbound(sender.organisation().shortCode()).resolve(name.toString());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 17)) {
            maker.write(sender, name, fault(), out);
        }
        Files.setLastModifiedTime(path, modified);
        largest = Math.max(largest, Files.size(path));
    }

    private @Nullable FileFault fault() {
        if (recipe.fileFaults() == 0 || !dice.hits(recipe.fileFaults())) {
            return null;
        }
        return FILE_FAULTS.get(faultyFiles++ % FILE_FAULTS.size());
    }

    /** Files above the default limits need higher ones. */
    private void settings(Home home) throws IOException {
        StringBuilder limits = new StringBuilder();
        if (recipe.contacts() > DEFAULT_CONTACTS) {
            limits.append("    contacts-per-file: ").append(recipe.contacts()).append('\n');
        }
        if (largest > DEFAULT_SIZE) {
            limits.append("    file-size: ").append(largest / MEGABYTE + 1).append("MB\n");
        }
        if (!limits.isEmpty()) {
            Files.writeString(home.settings(), "bcl:\n  limits:\n" + limits);
        }
    }
}
