package bcl.reference;

import bcl.wire.MeterPoints;
import bcl.wire.Organisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of reference data that is read without a database, for {@code validate --reference DIR}. Nothing in it is changed; the
 * index is built among the system's temporary files and removed from there before {@link #read} returns.
 */
public sealed interface ReferenceFolder {
    record Usable(Organisations organisations, MeterPoints meterPoints) implements ReferenceFolder {}

    /** At least one of the two files is missing or refused. */
    record Unusable(List<Refused> refused) implements ReferenceFolder {
        public Unusable {
            refused = List.copyOf(refused);
        }
    }

    /** Reads {@code organisations.csv} and the newest snapshot. An {@link IOException} is not about their content. */
    static ReferenceFolder read(Path directory) throws IOException {
        Folder folder = Folder.look(directory);
        Attempt<List<Organisation>> organisations = readOrganisations(folder);
        Attempt<SnapshotIndex> snapshot = readSnapshot(folder);
        if (organisations instanceof Attempt.Done<List<Organisation>> both
                && snapshot instanceof Attempt.Done<SnapshotIndex> index) {
            return new Usable(new Organisations(both.value()), index.value());
        }
        List<Refused> refused = new ArrayList<>(folder.misnamed());
        if (organisations instanceof Attempt.NotDone<List<Organisation>> notDone) {
            refused.add(notDone.refused());
        }
        if (snapshot instanceof Attempt.NotDone<SnapshotIndex> notDone) {
            refused.add(notDone.refused());
        }
        return new Unusable(refused);
    }

    private static Attempt<List<Organisation>> readOrganisations(Folder folder) throws IOException {
        if (folder.organisations().isEmpty()) {
            return Attempt.notDone(Refused.whole(OrganisationsFile.NAME, "the file is not in the folder."));
        }
        Path path = folder.organisations().get();
        try {
            return OrganisationsFile.read(SourceFile.look(path));
        } catch (SourceUnreadable e) {
            return Attempt.notDone(e.refusal(path));
        }
    }

    private static Attempt<SnapshotIndex> readSnapshot(Folder folder) throws IOException {
        if (folder.newest().isEmpty()) {
            return Attempt.notDone(Refused.whole("meter-points-YYYYMMDD.csv", "no such file is in the folder."));
        }
        Path path = folder.newest().get().path();
        try {
            return index(SourceFile.look(path), folder.newest().get().date());
        } catch (SourceUnreadable e) {
            return Attempt.notDone(e.refusal(path));
        }
    }

    private static Attempt<SnapshotIndex> index(SourceFile source, LocalDate date) throws IOException {
        Path temporary = Files.createTempDirectory("bcl-snapshot");
        try {
            Path index = temporary.resolve("index");
            Attempt<Long> built = SnapshotFile.build(source, date, 0, index);
            if (built instanceof Attempt.NotDone<Long> notDone) {
                return Attempt.notDone(notDone.refused());
            }
            return Attempt.done(SnapshotIndex.open(index));
        } finally {
            Durable.deleteTree(temporary);
        }
    }
}
