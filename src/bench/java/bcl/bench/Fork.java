package bcl.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A fresh JVM for one measurement, with the heap that the engine is promised. */
final class Fork {
    private final Path log;
    private final String engine;
    private final boolean profile;

    /**
     * Writes what processes say into a log.
     *
     * @param engine {@code run.sh}
     * @param profile record each run with JFR, beside the log
     */
    Fork(Path log, String engine, boolean profile) {
        this.log = log;
        this.engine = engine;
        this.profile = profile;
    }

    /** Runs a command of the engine as a user does: its own options for the JVM, its class archive. */
    Used engine(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return run(command(arguments), environment(environment));
    }

    /** The same, of a command that goes on until it is ended. */
    Process start(Map<String, String> environment, String... arguments) throws IOException {
        return begin(command(arguments), environment(environment));
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(engine));
        command.addAll(List.of(arguments));
        return command;
    }

    private Map<String, String> environment(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        if (profile) {
            all.put("BCL_JAVA_OPTS", recording("engine"));
        }
        return all;
    }

    private Process begin(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Runs a yardstick. */
    Used yardstick(String main, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseParallelGC",
                "-Duser.timezone=UTC"));
        if (profile) {
            command.add(recording(main));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        return run(command, environment);
    }

    private String recording(String what) {
        Path file = log.resolveSibling(what + "-" + System.nanoTime() + ".jfr");
        return "-XX:StartFlightRecording=settings=profile,filename=" + file;
    }

    private Used run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        double before = Cpu.ofEndedChildren();
        Process process = begin(command, environment);
        Used used = Used.by(process, before);
        if (process.exitValue() != 0) {
            throw new IOException(command + " ended with " + process.exitValue() + "; see " + log);
        }
        return used;
    }
}
