package bcl.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A process that decides mutants until it has had so many or the time is up: {@code SEED COUNT SECONDS FOLDER}. What breaks the
 * interface is written into the folder. It ends with 0 if there was nothing, and says how many files it judged and how far its heap
 * grew. An input that takes longer than 20 seconds ends it with 3.
 */
final class FuzzMain {
    private static final int MOST_FINDINGS = 10;
    private static final long LONGEST_NANOS = 20_000_000_000L;

    private final long seed;
    private final Path folder;
    private final List<Specimen> corpus = Specimen.samples();
    private final Target target;
    private volatile long began = System.nanoTime();
    private volatile long current;
    private int judged;
    private int findings;
    private long slowest;

    private FuzzMain(long seed, Path folder) throws IOException {
        this.seed = seed;
        this.folder = Files.createDirectories(folder);
        this.target = new Target(Specimen.reference(), Files.createTempDirectory("bcl-fuzz"));
    }

    public static void main(String[] args) throws IOException {
        long seconds = Long.parseLong(args[2]);
        FuzzMain main = new FuzzMain(Long.parseLong(args[0]), Path.of(args[3]));
        System.exit(main.run(Long.parseLong(args[1]), System.nanoTime() + seconds * 1_000_000_000L) ? 0 : 1);
    }

    private boolean run(long count, long end) throws IOException {
        Thread watch = new Thread(this::watch, "watch");
        watch.setDaemon(true);
        watch.start();
        long before = 0;
        long done = 0;
        while (done < count && findings < MOST_FINDINGS && System.nanoTime() - end < 0) {
            current = done;
            began = System.nanoTime();
            one(mutant(done));
            slowest = Math.max(slowest, System.nanoTime() - began);
            done++;
            // What is loaded and compiled once is no growth.
            if (done == Math.min(2_000, count / 4)) {
                before = heap();
            }
        }
        System.out.printf(
                "seed %d: %d files decided, %d of them contact by contact, %d findings, slowest %d ms, heap grew by %d KiB%n",
                seed, done, judged, findings, slowest / 1_000_000, (heap() - before) / 1024);
        return findings == 0;
    }

    /** The same for the same seed and number, whatever came before. */
    private Specimen mutant(long number) {
        Random random = new Random(seed * 1_000_003 + number);
        return new Mutator(random, corpus).mutate(corpus.get(random.nextInt(corpus.size())));
    }

    private void one(Specimen sent) throws IOException {
        try {
            judged += target.decide(sent) ? 1 : 0;
        } catch (IOException | RuntimeException | AssertionError e) {
            findings++;
            Path file = folder.resolve("finding-%d-%d-%s".formatted(seed, current, sent.name()));
            Files.write(file, sent.bytes());
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            System.out.println(file.getFileName() + ": " + trace);
        }
    }

    private void watch() {
        while (System.nanoTime() - began < LONGEST_NANOS) {
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                return;
            }
        }
        System.out.printf("seed %d: file %d takes longer than 20 s%n", seed, current);
        Thread.getAllStackTraces().forEach((thread, frames) -> System.out.println(thread + " " + List.of(frames)));
        Runtime.getRuntime().halt(3);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
