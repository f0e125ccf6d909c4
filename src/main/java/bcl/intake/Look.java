package bcl.intake;

import bcl.intake.IntakeReport.Waiting;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One look at the {@code inbound/} of every folder below {@code sftp/}. What lies elsewhere is not looked at. */
final class Look {
    private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".filepart");

    private final Home home;
    private final Disk disk;
    private final Predicate<String> known;
    private final Completeness completeness;
    private final Instant now;

    final List<Arrival> complete = new ArrayList<>();
    final List<Waiting> waiting = new ArrayList<>();
    final List<Oddity> odd = new ArrayList<>();
    final List<IntakeFailure> failures = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();

    Look(Home home, Disk disk, Predicate<String> known, Completeness completeness, Instant now) {
        this.home = home;
        this.disk = disk;
        this.known = known;
        this.completeness = completeness;
        this.now = now;
    }

    /** Looks; {@code left} are claimed files whose place was taken by newer ones: they come before those. */
    void look(List<Claims.Left> left, Predicate<String> looksInto) throws IOException {
        for (Path folder : disk.list(home.sftp())) {
            String name = NameText.of(folder);
            if (!name.startsWith(".") && looksInto.test(name)) {
                lookInto(folder, name, left);
            }
        }
        for (Claims.Left each : left) {
            if (!Files.isDirectory(each.inbound())) {
                failures.add(
                        new IntakeFailure(
                                NameText.of(Claims.parent(each.inbound())),
                                NameText.of(each.file()),
                                new NoSuchFileException(each.inbound().toString()),
                                "Its inbound/ was removed while it was taken; make the folder again, the next look takes the file"));
            }
        }
        completeness.forgetAllBut(seen);
    }

    static boolean isIgnored(String name) {
        return name.startsWith(".") || UNFINISHED.stream().anyMatch(name::endsWith);
    }

    private void lookInto(Path folder, String name, List<Claims.Left> left) {
        try {
            Entry entry = disk.entry(folder);
            if (!entry.isFolder()) {
                odd(new Oddity(folder, "", name, entry, false));
                return;
            }
            boolean isKnown = known.test(name);
            if (isKnown) {
                HomeFolders.organisation(home, name);
            }
            Path inbound = folder.resolve("inbound");
            Entry in = disk.entry(inbound);
            if (!in.isFolder()) {
                odd(new Oddity(inbound, name, "inbound", in, false));
                return;
            }
            for (Path file : files(inbound, left)) {
                lookAt(file, inbound, name, isKnown);
            }
        } catch (NoSuchFileException e) {
            return; // no inbound/, or it went away: nothing to take
        } catch (IOException | RuntimeException e) {
            failures.add(new IntakeFailure(
                    name,
                    "",
                    e,
                    "Nothing of this folder was taken; make it readable for the engine, the next look takes it"));
        }
    }

    private List<Path> files(Path inbound, List<Claims.Left> left) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Claims.Left each : left) {
            if (each.inbound().equals(inbound)) {
                files.add(each.file());
            }
        }
        files.addAll(disk.list(inbound));
        files.sort((a, b) -> Claims.last(a).compareTo(Claims.last(b)));
        return files;
    }

    private void lookAt(Path file, Path inbound, String folder, boolean isKnown) {
        String name = NameText.of(file);
        if (isIgnored(name)) {
            return;
        }
        try {
            Entry entry = disk.entry(file);
            if (!entry.isFile()) {
                odd(new Oddity(file, folder, name, entry, !entry.isFolder()));
                return;
            }
            seen.add(file);
            Optional<Instant> until = completeness.waitsUntil(file, entry, now);
            if (until.isPresent()) {
                waiting.add(new Waiting(folder, name, until.get()));
            } else {
                complete.add(new Arrival(file, inbound, folder, name, isKnown, entry));
            }
        } catch (NoSuchFileException e) {
            return; // its sender removed it: as if it never came
        } catch (IOException | RuntimeException e) {
            failures.add(new IntakeFailure(
                    folder,
                    name,
                    e,
                    "The file stays where it is; make it readable for the engine, the next look takes it"));
        }
    }

    private void odd(Oddity oddity) {
        odd.add(oddity);
    }
}
