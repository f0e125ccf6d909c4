package bcl.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What lies in a reference folder. Only the two agreed forms of names are looked at, so that temporary files are not.
 *
 * @param organisations its path, if it is there
 * @param newest the snapshot with the highest date in its name
 * @param misnamed snapshots whose names hold no date of the calendar
 */
record Folder(Optional<Path> organisations, Optional<Dated> newest, List<Refused> misnamed) {
    record Dated(LocalDate date, Path path) {}

    static Folder look(Path folder) throws IOException {
        Optional<Path> organisations =
                Optional.of(folder.resolve(OrganisationsFile.NAME)).filter(Files::exists);
        List<Dated> dated = new ArrayList<>();
        List<Refused> misnamed = new ArrayList<>();
        for (Path path : snapshots(folder)) {
            String name = Objects.toString(path.getFileName());
            SnapshotFile.date(name)
                    .ifPresentOrElse(
                            date -> dated.add(new Dated(date, path)),
                            () -> misnamed.add(Refused.whole(
                                    name, "its name holds no date of the calendar. Rename or remove it.")));
        }
        Optional<Dated> newest = dated.stream().max(Comparator.comparing(Dated::date));
        return new Folder(organisations, newest, List.copyOf(misnamed));
    }

    private static List<Path> snapshots(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> SnapshotFile.isNamedLikeOne(Objects.toString(path.getFileName())))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
