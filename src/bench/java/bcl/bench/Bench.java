package bcl.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** {@code ./run.sh bench}: engine and yardsticks in turn, a fresh process for each measurement. Options: {@link Options}. */
public final class Bench {
    private Bench() {}

    /** The options of the command; the figures go to {@code target/bench}. */
    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(List.of(arguments));
        Path folder = Files.createDirectories(Path.of("target/bench").toAbsolutePath());
        String report = "# Benchmark\n\n" + String.join(" ", arguments) + "\n\n" + Table.machine() + "\n"
                + run(options, folder);
        System.out.print(report);
        Path file = folder.resolve("bench-" + Instant.now().getEpochSecond() + ".md");
        Files.writeString(file, report);
        System.out.println("Written to " + file);
        System.exit(0);
    }

    private static String run(Options options, Path folder) throws Exception {
        if (options.set() == Options.Set.MICRO) {
            return Micro.run(options);
        }
        Path work = folder.resolve("work");
        Folders.remove(work);
        Files.createDirectories(work);
        try (Server server = new Server()) {
            Lab lab = new Lab(server, new Fork(folder.resolve("bench.log"), options.engine(), options.profile()), work);
            return switch (options.set()) {
                case STANDARD -> new StandardSet(lab, options).run();
                case GROWTH -> new GrowthSet(lab, options).run();
                case PORTFOLIO -> new PortfolioSet(lab, options).run();
                case HISTORY -> new SmallSet(lab, options).run();
                case SERVED ->
                    options.parts().contains(LargeFile.SET)
                            ? new ServedLargeSet(lab, options).run()
                            : new SmallSet(lab, options).run();
                case MICRO -> throw new IllegalStateException("needs no server");
            };
        } finally {
            Folders.remove(work);
        }
    }
}
