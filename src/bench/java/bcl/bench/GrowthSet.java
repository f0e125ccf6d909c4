package bcl.bench;

import bcl.generate.Recipe;
import java.util.List;
import java.util.Map;

/**
 * Time and memory for 5 million contacts over those for 1 million, against the same 5 million meter points; and how a bare COPY of the
 * rows grows, which waits for the same disk.
 */
final class GrowthSet {
    private static final String ONE = "engine, 1 million contacts";
    private static final String FIVE = "engine, 5 million contacts";
    private static final String COPY_ONE = "COPY, 1 million contacts";
    private static final String COPY_FIVE = "COPY, 5 million contacts";

    private final Lab lab;
    private final Options options;

    GrowthSet(Lab lab, Options options) {
        this.lab = lab;
        this.options = options;
    }

    String run() throws Exception {
        long million = options.quick() ? 100_000 : 1_000_000;
        lab.prepare("one", recipe(million));
        lab.prepare("five", recipe(5 * million));
        for (int round = 0; round < options.rounds(); round++) {
            measure(ONE, COPY_ONE, "one");
            measure(FIVE, COPY_FIVE, "five");
        }
        return (options.quick() ? "A tenth of the data.\n\n" : "") + lab.table().text(Map.of(FIVE, ONE, COPY_FIVE, COPY_ONE));
    }

    private void measure(String engine, String copy, String prepared) throws Exception {
        lab.engine(engine, prepared);
        lab.takeRows();
        lab.copy(copy, prepared);
    }

    private Recipe recipe(long contacts) {
        long points = options.quick() ? 500_000 : 5_000_000;
        return new Recipe(1, contacts, points, 1, 1, 0.1, 0, List.of(), Recipe.DATE);
    }
}
