package bcl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The measurements of all rounds, as one table: medians, spread, and ratios taken within each round. */
final class Table {
    /**
     * One run of one thing.
     *
     * @param seconds of wall time, without the start of the JVM
     * @param java what the process took, start included
     * @param postgres CPU seconds of the server
     */
    record Run(double seconds, Used java, double postgres) {
        double cpu() {
            return java.cpu() + postgres;
        }
    }

    private final Map<String, List<Run>> runs = new LinkedHashMap<>();

    void add(String what, Run run) {
        runs.computeIfAbsent(what, key -> new ArrayList<>()).add(run);
    }

    /** @param pairs by the thing measured, what its ratio is taken to */
    String text(Map<String, String> pairs) {
        StringBuilder text = new StringBuilder("| what | runs | s, median | s, min to max | CPU s, Java + PostgreSQL |"
                + " RssAnon + RssFile, most, MB | ratio of s, median (min to max) | ratio of CPU s |\n"
                + "|---|---|---|---|---|---|---|---|\n");
        runs.forEach((what, all) -> {
            List<Double> seconds = all.stream().map(Run::seconds).sorted().toList();
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.2f | %.2f to %.2f | %.1f + %.1f | %d + %d | ",
                    what,
                    all.size(),
                    median(seconds),
                    seconds.get(0),
                    seconds.get(seconds.size() - 1),
                    median(all.stream().map(run -> run.java().cpu()).sorted().toList()),
                    median(all.stream().map(Run::postgres).sorted().toList()),
                    all.stream().mapToLong(run -> run.java().anonymous()).max().orElse(0),
                    all.stream().mapToLong(run -> run.java().mapped()).max().orElse(0)));
            String other = pairs.get(what);
            text.append(other == null ? " | |\n" : ratios(other, all, runs.getOrDefault(other, List.of())));
        });
        return text.toString();
    }

    private static String ratios(String other, List<Run> runs, List<Run> others) {
        List<Double> seconds = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int i = 0; i < Math.min(runs.size(), others.size()); i++) {
            seconds.add(runs.get(i).seconds() / others.get(i).seconds());
            cpu.add(others.get(i).cpu() == 0 ? 0 : runs.get(i).cpu() / others.get(i).cpu());
        }
        if (seconds.isEmpty()) {
            return " | |\n";
        }
        seconds.sort(null);
        cpu.sort(null);
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f) of %s | %.2f |%n",
                median(seconds),
                seconds.get(0),
                seconds.get(seconds.size() - 1),
                other,
                median(cpu));
    }

    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** What a reader must know of the machine to make sense of the figures. */
    static String machine() throws IOException {
        String load = read("/proc/loadavg");
        return String.format(
                Locale.ROOT,
                "%s %s, %d processors, %s; Java %s, heap 512 MB; load at the end: %s%n",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                read("/proc/meminfo").lines().findFirst().orElse("memory unknown").replaceAll(" +", " "),
                System.getProperty("java.version"),
                load.isEmpty() ? "unknown" : load.strip());
    }

    private static String read(String file) throws IOException {
        return Files.isReadable(Path.of(file)) ? Files.readString(Path.of(file)) : "";
    }
}
