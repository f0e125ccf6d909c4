package bcl.bench;

import bcl.generate.Recipe;
import java.util.List;
import java.util.Map;

/** Time and memory for 5 million contacts over those for 1 million, against the same 5 million meter points. */
final class GrowthSet {
    private static final String ONE = "engine, 1 million contacts";
    private static final String FIVE = "engine, 5 million contacts";

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
            lab.engine(ONE, "one");
            lab.engine(FIVE, "five");
        }
        return (options.quick() ? "A tenth of the data.\n\n" : "") + lab.table().text(Map.of(FIVE, ONE));
    }

    private Recipe recipe(long contacts) {
        long points = options.quick() ? 500_000 : 5_000_000;
        return new Recipe(1, contacts, points, 1, 1, 0.1, 0, List.of(), Recipe.DATE);
    }
}
