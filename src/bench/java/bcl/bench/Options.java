package bcl.bench;

import java.util.List;

/**
 * What is measured.
 *
 * @param set which yardsticks and data
 * @param parts of the standard set: large, small, h2 or all; of the served one: large or small
 * @param stockRounds the first so many rounds have stock Spring Batch with them, which takes longer than all others together
 * @param engine {@code run.sh}, so that the engine runs as a user runs it
 */
record Options(Set set, List<String> parts, boolean quick, boolean profile, int rounds, int stockRounds, String engine) {
    private static final List<String> PARTS = List.of("large", "small", "h2");
    private static final List<String> SERVED_PARTS = List.of("large", "small");

    /** One table each. */
    enum Set {
        STANDARD,
        /** 5 million contacts over 1 million. */
        GROWTH,
        /** 24 million contacts against 25 million meter points. */
        PORTFOLIO,
        /** Small files behind 100,000 runs, beside an engine that has just begun. */
        HISTORY,
        /** Small files, or one large file, in a service that has done a night before. */
        SERVED,
        /** JMH: split, verdict, look-up. */
        MICRO
    }

    static Options of(List<String> words) {
        boolean quick = words.contains("--quick");
        Set set = words.contains("--growth")
                ? Set.GROWTH
                : words.contains("--portfolio")
                        ? Set.PORTFOLIO
                        : words.contains("--history")
                                ? Set.HISTORY
                                : words.contains("--served")
                                        ? Set.SERVED
                                        : words.contains("--micro") ? Set.MICRO : Set.STANDARD;
        String rounds = after("--rounds", words, set == Set.PORTFOLIO ? "1" : quick || set == Set.GROWTH ? "3" : "5");
        return new Options(
                set,
                parts(set, after("--only", words, set == Set.SERVED ? "small" : "")),
                quick,
                words.contains("--profile"),
                Integer.parseInt(rounds),
                Integer.parseInt(after("--stock-rounds", words, rounds)),
                System.getProperty("bench.engine", "./run.sh"));
    }

    private static List<String> parts(Set set, String only) {
        if (set == Set.SERVED) {
            if (!SERVED_PARTS.contains(only)) {
                throw new IllegalArgumentException("--served --only large or small, not " + only);
            }
            return List.of(only);
        }
        if (!only.isEmpty() && !PARTS.contains(only)) {
            throw new IllegalArgumentException("--only large, small or h2, not " + only);
        }
        return only.isEmpty() ? PARTS : List.of(only);
    }

    private static String after(String word, List<String> words, String otherwise) {
        int at = words.indexOf(word);
        return at < 0 || at + 1 == words.size() ? otherwise : words.get(at + 1);
    }
}
