package bcl.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the engine's figures as gauges, read every ten seconds whether anybody scrapes them or not. */
final class Gauges implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);
    private static final int EVERY_SECONDS = 10;

    private final MeterRegistry registry;
    private final Supplier<List<Sample>> figures;
    private final Map<String, MultiGauge> gauges = new HashMap<>();
    private final AtomicInteger readable;
    private final ScheduledExecutorService timer;
    private @Nullable ScheduledFuture<?> readings;

    private Gauges(MeterRegistry registry, Supplier<List<Sample>> figures) {
        this.registry = registry;
        this.figures = figures;
        readable = new AtomicInteger();
        io.micrometer.core.instrument.Gauge.builder("bcl.figures.readable", readable, AtomicInteger::get)
                .description("Whether the database gave the other figures; they are left out while it does not")
                .register(registry);
        timer = Executors.newSingleThreadScheduledExecutor(Gauges::daemon);
    }

    static Gauges start(MeterRegistry registry, Supplier<List<Sample>> figures) {
        Gauges gauges = new Gauges(registry, figures);
        gauges.read();
        gauges.readings =
                gauges.timer.scheduleWithFixedDelay(gauges::read, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        return gauges;
    }

    private void read() {
        try {
            show(figures.get());
            readable.set(1);
        } catch (RuntimeException e) {
            if (readable.getAndSet(0) == 1) {
                LOG.warn("The figures cannot be read: {}", e.getClass().getSimpleName());
            }
            show(List.of());
        }
    }

    private void show(List<Sample> samples) {
        Map<String, List<Row<?>>> rows = new LinkedHashMap<>();
        gauges.keySet().forEach(name -> rows.put(name, new ArrayList<>()));
        for (Sample sample : samples) {
            gauges.computeIfAbsent(
                    sample.name(),
                    name -> MultiGauge.builder(name).description(sample.help()).register(registry));
            rows.computeIfAbsent(sample.name(), name -> new ArrayList<>()).add(row(sample));
        }
        gauges.forEach((name, gauge) -> gauge.register(rows.getOrDefault(name, List.of()), true));
    }

    private static Row<?> row(Sample sample) {
        Tags tags = Tags.of(sample.labels().entrySet().stream()
                .map(label -> Tag.of(label.getKey(), label.getValue()))
                .toList());
        return Row.of(tags, sample.value());
    }

    /** Without an interrupt: the embedded database closes its file for good when it meets one. */
    @Override
    public void close() {
        if (readings != null) {
            readings.cancel(false);
        }
        timer.shutdown();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "figures");
        thread.setDaemon(true);
        return thread;
    }
}
