package bcl.bench;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** JMH for what each record or contact goes through: split, verdict, look-up. */
final class Micro {
    private Micro() {}

    static String run(Options options) throws RunnerException {
        int times = options.quick() ? 3 : 5;
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("bcl\\..*Benchmark")
                        .mode(Mode.AverageTime)
                        .timeUnit(java.util.concurrent.TimeUnit.NANOSECONDS)
                        .forks(options.quick() ? 1 : 3)
                        // Until the second compiler has come to it, on a busy machine too.
                        .warmupIterations(2 * times)
                        .measurementIterations(times)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementTime(TimeValue.seconds(1))
                        .jvmArgs("-Xmx512m", "-XX:+UseParallelGC")
                        .build())
                .run();
        StringBuilder text = new StringBuilder("| what | ns | +- (99.9 %) |\n|---|---|---|\n");
        for (RunResult each : results) {
            Result<?> result = each.getPrimaryResult();
            String points = each.getParams().getParam("points");
            text.append(String.format(
                    Locale.ROOT,
                    "| %s%s | %.0f | %.0f |%n",
                    result.getLabel(),
                    points == null ? "" : " of " + points,
                    result.getScore(),
                    result.getScoreError()));
        }
        return text.toString();
    }
}
