package bcl.bench;

import bcl.generate.Recipe;
import bcl.wire.FileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;

/** The same small files as {@link StandardSet} in two other situations: behind a long history, and in a process that is warm. */
final class SmallSet {
    private static final String SMALL = "small";
    private static final String HISTORY = "history";
    private static final String TWICE = "twice";
    private static final String SECOND = "second";
    private static final int RUNS = 100_000;
    private static final int ORGANISATIONS = 10;
    private static final String COLD = "engine, small files";
    private static final String BEHIND = "engine, small files, history of 100,000 runs";
    private static final String WARM = "engine, small files, second night of a service";
    private static final String LOOP = "bare loop of files";

    private final Lab lab;
    private final Options options;

    SmallSet(Lab lab, Options options) {
        this.lab = lab;
        this.options = options;
    }

    String run() throws Exception {
        int files = options.quick() ? 500 : 5_000;
        boolean history = options.set() == Options.Set.HISTORY;
        lab.prepare(SMALL, recipe(files));
        if (history) {
            lab.server().copy(HISTORY, SMALL);
            try (Connection connection = lab.server().connect(HISTORY)) {
                History.write(connection, RUNS);
            }
        } else {
            lab.prepare(TWICE, recipe(2 * files));
            split(files / ORGANISATIONS);
        }
        for (int round = 0; round < options.rounds(); round++) {
            System.err.println("Round " + (round + 1) + " of " + options.rounds());
            lab.engineForMany(COLD, SMALL, SMALL);
            if (history) {
                lab.engineForMany(BEHIND, SMALL, HISTORY);
            } else {
                warm(files);
            }
            lab.loop(LOOP, SMALL);
        }
        return (options.quick() ? "A tenth of the files.\n\n" : "")
                + lab.table().text(Map.of(COLD, LOOP, BEHIND, COLD, WARM, LOOP));
    }

    private Recipe recipe(int files) {
        int points = options.quick() ? 500_000 : 5_000_000;
        return new Recipe(1, 20, points, files, ORGANISATIONS, 0.1, 0, List.of(), Recipe.DATE);
    }

    /** The later half of each stream is for the second night. */
    private void split(int numbers) throws IOException {
        Path second = lab.sent(SECOND);
        for (Path file : Folders.files(lab.sent(TWICE))) {
            FileName name = FileName.parse(file.getFileName().toString()).orElseThrow();
            if (name.number() > numbers) {
                Path target = second.resolve(lab.sent(TWICE).relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.move(file, target);
            }
        }
    }

    /** From the moment at which the files appear, so that it does not matter who of the service takes them. */
    private void warm(int files) throws Exception {
        new SecondNight(lab, TWICE, TWICE, SECOND).measure(WARM, arrived -> {
            String answered = "from answer where published_at > timestamptz '" + arrived + "'";
            if (lab.server().number(Lab.RUN, "select count(*) " + answered) != files) {
                throw new IllegalStateException("not every file of the second night was answered");
            }
            double last = lab.server().number(Lab.RUN, "select extract(epoch from max(published_at)) " + answered);
            return last - arrived.getEpochSecond() - arrived.getNano() / 1e9;
        });
    }
}
