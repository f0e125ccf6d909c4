package bcl.drill;

import bcl.generate.Generator;
import bcl.generate.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is sent.
 *
 * @param folder a home that was made for its files, and is left as it is
 * @param files each sender's by number, the senders in turn
 */
record Traffic(Path folder, List<Path> files) {
    private static final int CONTACTS = 24;
    private static final int ORGANISATIONS = 6;
    private static final int LEAST = 8;
    private static final int FILES_A_KILL = 3;
    private static final double FAULTS = 0.2;
    private static final double FILE_FAULTS = 0.1;

    /** Makes it; more for more kills, so that the engine is never idle. */
    static Traffic generate(DrillPlan plan, Instant modified) throws IOException {
        Path folder = plan.folder().resolve("sent");
        int count = LEAST + FILES_A_KILL * plan.kills();
        long points = Math.max(2000, (long) count * CONTACTS);
        Generator.generate(
                new Recipe(
                        plan.seed(),
                        CONTACTS,
                        points,
                        count,
                        ORGANISATIONS,
                        FAULTS,
                        FILE_FAULTS,
                        List.of(),
                        Recipe.DATE),
                folder,
                modified);
        try (Stream<Path> all = Files.walk(folder.resolve("sftp"))) {
            Comparator<Path> byNumber = Comparator.comparing(file -> name(file).substring(3));
            return new Traffic(
                    folder,
                    all.filter(Files::isRegularFile)
                            .sorted(byNumber.thenComparing(Traffic::name))
                            .toList());
        }
    }

    Path reference() {
        return folder.resolve("reference");
    }

    /** A size that about half of the files exceed. */
    long middleSize() throws IOException {
        List<Long> sizes = new ArrayList<>();
        for (Path file : files) {
            sizes.add(Files.size(file));
        }
        sizes.sort(null);
        return sizes.get(sizes.size() / 2);
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
