package bcl.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A fresh JVM for one measurement, with the heap that the engine is promised. */
final class Fork {
    private final Path log;
    private final boolean profile;

    /** @param profile record each run with JFR, beside the log */
    Fork(Path log, boolean profile) {
        this.log = log;
        this.profile = profile;
    }

    /** CPU seconds of the whole process, start included. */
    double run(String main, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseParallelGC",
                "-Duser.timezone=UTC"));
        if (profile) {
            String file = log.resolveSibling(main + "-" + System.nanoTime() + ".jfr").toString();
            command.add("-XX:StartFlightRecording=settings=profile,filename=" + file);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        double before = Cpu.ofEndedChildren();
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IOException(main + " ended with " + code + "; see " + log);
        }
        return Cpu.ofEndedChildren() - before;
    }
}
