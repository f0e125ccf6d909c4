package bcl.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One case on disk, in the layout that {@code sample-files/README.md} tells.
 *
 * @param answers the folder of the answers that are due
 */
public record SampleCase(Path folder, Path answers) {
    private static final String NIGHT = "night-";

    static SampleCase in(Path folder) {
        Path expected = folder.resolve("expected");
        return new SampleCase(folder, Files.isDirectory(expected) ? expected : folder.resolve("answers"));
    }

    public String name() {
        return folder.getFileName().toString();
    }

    /** The text of its application.yml; empty without one. Cases with the same text may share a home. */
    String settings() throws IOException {
        return textOf(folder.resolve("application.yml"));
    }

    Path reference() {
        return folder.resolve("reference");
    }

    int nights() throws IOException {
        int last = 1;
        for (Path path : Folders.list(folder)) {
            String name = path.getFileName().toString();
            if (name.startsWith(NIGHT)) {
                last = Math.max(last, Integer.parseInt(name.substring(NIGHT.length())));
            }
        }
        return last;
    }

    SortedMap<Place, byte[]> inbound(int night) throws IOException {
        return Folders.filesByPlace(folder.resolve(NIGHT + night));
    }

    SortedMap<Place, byte[]> due(int night) throws IOException {
        return Folders.filesByPlace(answers.resolve(NIGHT + night));
    }

    Path answersOf(int night) {
        return answers.resolve(NIGHT + night);
    }

    /** Answers that their organisation took away before the night. */
    List<Place> removed(int night) throws IOException {
        return linesOf(night, "removed.txt").stream().map(Place::parse).toList();
    }

    /** Contacts that the CDSP closes before the night: rows of {@code crn,status,reason}, without the header. */
    List<String> resolved(int night) throws IOException {
        return linesOf(night, "resolve.csv").stream().skip(1).toList();
    }

    /** Every organisation that sends or gets something in this case, or that its own reference data names. */
    SortedSet<String> owners() throws IOException {
        SortedSet<String> owners = new TreeSet<>();
        for (int night = 1; night <= nights(); night++) {
            inbound(night).keySet().forEach(place -> owners.add(place.folder()));
            due(night).keySet().forEach(place -> owners.add(place.folder()));
        }
        textOf(reference().resolve("organisations.csv"))
                .lines()
                .skip(1)
                .forEach(row -> owners.add(row.substring(0, row.indexOf(','))));
        owners.remove(Place.QUARANTINE);
        return owners;
    }

    private List<String> linesOf(int night, String name) throws IOException {
        return textOf(folder.resolve(NIGHT + night).resolve(name))
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static String textOf(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
