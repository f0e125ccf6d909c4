package bcl.startup;

import bcl.commands.DrillRequest;
import bcl.commands.EngineException;
import bcl.commands.ExitCode;
import bcl.commands.ProgressBar;
import bcl.commands.Session;
import bcl.drill.Drill;
import bcl.drill.DrillPlan;
import bcl.drill.DrillReport;
import bcl.night.NightClock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.env.StandardEnvironment;

/** Carries out {@code drill}. */
final class Drilling {
    private Drilling() {}

    static ExitCode run(DrillRequest request, Session session) {
        long seed = request.seed().orElseGet(() -> NightClock.system().now().toEpochMilli());
        try (DrillDatabase database = DrillDatabase.open(new StandardEnvironment())) {
            Path folder = Files.createTempDirectory("bcl-drill");
            boolean keep = false;
            try {
                DrillPlan plan =
                        new DrillPlan(request.kills(), seed, folder, engine(), database.environment(), session.stop());
                session.err().println("Drilling in " + folder + " with seed " + seed);
                DrillReport report = run(plan, session);
                keep = !report.isClean() && report.complete();
                return tell(report, folder, session);
            } finally {
                if (!keep) {
                    delete(folder);
                }
            }
        } catch (IOException e) {
            throw new EngineException("The drill failed by itself, with seed " + seed + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.STOPPED;
        }
    }

    private static ExitCode tell(DrillReport report, Path folder, Session session) {
        if (!report.complete()) {
            session.err().println("Stopped before the end; nothing is left of it");
            return ExitCode.STOPPED;
        }
        report.faults().forEach(fault -> session.err().println("Failed: " + fault));
        if (!report.isClean()) {
            session.err().println("All that it left, with the log of each process, lies in " + folder);
        }
        session.out().println(report.line());
        return report.isClean() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static DrillReport run(DrillPlan plan, Session session) throws IOException, InterruptedException {
        try (ProgressBar bar = new ProgressBar("kills", session)) {
            bar.left(plan.kills());
            return Drill.run(plan, kills -> bar.at(kills, plan.kills()));
        }
    }

    /** The program that runs here, as it was started. */
    private static List<String> engine() {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-Dbcl.terminal"))
                .forEach(line::add);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), "bcl.Main"));
        return line;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
