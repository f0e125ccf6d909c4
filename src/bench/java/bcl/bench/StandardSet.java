package bcl.bench;

import bcl.generate.Recipe;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One large file and many small ones, each beside its yardsticks. */
final class StandardSet {
    private static final String LARGE = LargeFile.SET;
    private static final String SMALL = "small";
    private static final String ENGINE_SMALL = "engine, small files";
    private static final String LOOP = "bare loop of files";
    private static final String READ = "plain read";
    private static final String H2 = "h2";
    private static final String ENGINE_H2 = "engine, one large file, H2";
    private static final String INSERTS = "batched inserts, H2";

    private final Lab lab;
    private final Options options;
    private final LargeFile large;

    StandardSet(Lab lab, Options options) {
        this.lab = lab;
        this.options = options;
        this.large = new LargeFile(lab);
    }

    String run() throws Exception {
        int tenth = options.quick() ? 10 : 1;
        if (options.parts().contains(LARGE) || options.parts().contains(H2)) {
            lab.prepare(LARGE, recipe(1_000_000 / tenth, 5_000_000 / tenth, 1, 1));
        }
        if (options.parts().contains(LARGE)) {
            large.preparePeers();
        }
        if (options.parts().contains(H2)) {
            lab.prepareEmbedded(H2, LARGE);
        }
        if (options.parts().contains(SMALL)) {
            lab.prepare(SMALL, recipe(20, 5_000_000 / tenth, 5_000 / tenth, 10));
        }
        for (int round = 0; round < options.rounds(); round++) {
            System.err.println("Round " + (round + 1) + " of " + options.rounds());
            if (options.parts().contains(LARGE)) {
                large(round);
            }
            if (options.parts().contains(SMALL)) {
                small();
            }
            if (options.parts().contains(H2)) {
                embedded();
            }
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        List.of(LargeFile.ENGINE, LargeFile.COMPETENT, LargeFile.STOCK, READ)
                .forEach(each -> pairs.put(each, LargeFile.COPY));
        pairs.put(ENGINE_SMALL, LOOP);
        pairs.put(ENGINE_H2, INSERTS);
        return (options.quick() ? "A tenth of the data.\n\n" : "") + lab.table().text(pairs);
    }

    private static Recipe recipe(long contacts, long points, int files, int organisations) {
        return new Recipe(1, contacts, points, files, organisations, 0.1, 0, List.of(), Recipe.DATE);
    }

    private void large(int round) throws Exception {
        large.engine(round);
        large.copy();
        large.competent();
        if (round < options.stockRounds()) {
            large.stock();
        }
        lab.yardstick(READ, LARGE, "bcl.bench.PlainRead", lab.onlyFile(LARGE));
    }

    private void small() throws Exception {
        lab.engineForMany(ENGINE_SMALL, SMALL, SMALL);
        lab.loop(LOOP, SMALL);
    }

    private void embedded() throws Exception {
        Path home = lab.engineEmbedded(ENGINE_H2, H2, LARGE);
        Path filled = lab.work().resolve("filled");
        Folders.copy(lab.work().resolve(H2), filled);
        lab.yardstick(INSERTS, LARGE, "bcl.bench.EmbeddedYardstick", home, filled);
    }
}
