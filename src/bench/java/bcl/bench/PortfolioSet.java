package bcl.bench;

import bcl.generate.Recipe;
import java.util.List;
import java.util.Map;

/** A clean-up campaign: almost every meter point of a country in one file, a contact with one child record each. */
final class PortfolioSet {
    private static final String PORTFOLIO = "portfolio";
    private static final String ENGINE = "engine, 24 million contacts against 25 million meter points";
    private static final String COPY = "COPY, 24 million contacts";

    private final Lab lab;
    private final Options options;

    PortfolioSet(Lab lab, Options options) {
        this.lab = lab;
        this.options = options;
    }

    String run() throws Exception {
        long part = options.quick() ? 100 : 1;
        // Each needs an L02 and nothing else, and each meter point can have one of each.
        List<String> codes = List.of("ADD", "UNC");
        Recipe recipe =
                new Recipe(1, 24_000_000 / part, 25_000_000 / part, 1, 1, 0.1, 0, codes, Recipe.DATE, true);
        lab.prepare(PORTFOLIO, recipe);
        for (int round = 0; round < options.rounds(); round++) {
            lab.engine(ENGINE, PORTFOLIO);
            Map<String, Double> counts = lab.counts();
            if (round == 0) {
                lab.takeRows();
            }
            lab.copy(COPY, PORTFOLIO);
            lab.requireSameRows(COPY, counts);
        }
        return (options.quick() ? "A hundredth of the data.\n\n" : "") + lab.table().text(Map.of(ENGINE, COPY));
    }
}
