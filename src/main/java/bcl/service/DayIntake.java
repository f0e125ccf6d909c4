package bcl.service;

import bcl.intake.Intake;
import bcl.intake.IntakeFailure;
import bcl.intake.IntakeReport;
import bcl.jobs.FirstLooks;
import bcl.jobs.NightRun;
import bcl.night.NightClock;
import bcl.night.StopRequest;
import bcl.night.Window;
import bcl.night.WindowSettings;
import bcl.reference.Organisations;
import bcl.reference.ReferenceData;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files at all hours and looks into them at once, unless the window is open: then the night does it. Belongs to one thread,
 * but for what health asks.
 */
final class DayIntake {
    private static final Logger LOG = LoggerFactory.getLogger(DayIntake.class);
    private static final Duration TOLERATED = Duration.ofMinutes(2);

    private final NightRun.Work work;
    private final ReferenceData reference;
    private final FirstLooks looks;
    private final NightClock clock;
    private final WindowSettings window;
    private @Nullable Organisations organisations;
    private @Nullable Intake intake;
    private Set<String> toldFailures = Set.of();
    private StopRequest stop = new StopRequest();
    private volatile long lastLook;
    private volatile String trouble = "";

    DayIntake(NightRun.Work work, ReferenceData reference, FirstLooks looks, NightClock clock, WindowSettings window) {
        this.work = work;
        this.reference = reference;
        this.looks = looks;
        this.clock = clock;
        this.window = window;
        this.lastLook = clock.nanos();
    }

    /** What ends its waiting for other intakes. */
    DayIntake until(StopRequest end) {
        stop = end;
        return this;
    }

    /** One look; what fails is told and tried again by the next. */
    void look() throws InterruptedException {
        try {
            trouble = take();
        } catch (RuntimeException e) {
            String failure = e.getClass().getSimpleName();
            if (!failure.equals(trouble)) {
                LOG.error("No files can be taken, and it is tried again: {}", failure);
                LOG.debug("Failed", e);
            }
            trouble = failure;
        } finally {
            lastLook = clock.nanos();
        }
    }

    /** What keeps it from taking files; empty if nothing does. */
    Optional<String> trouble() {
        if (clock.nanos() - lastLook > TOLERATED.toNanos()) {
            return Optional.of("no look for more than " + TOLERATED.toMinutes() + " minutes");
        }
        return Optional.of(trouble).filter(text -> !text.isEmpty());
    }

    /** What concerned all folders; empty if nothing did. */
    private String take() throws InterruptedException {
        Organisations now = reference.organisations();
        if (intake == null || now != organisations) {
            organisations = now;
            intake = work.intake().apply(now);
        }
        IntakeReport report = intake.takeKnown(stop::isRequested);
        if (!report.taken().isEmpty()) {
            LOG.info("{} files taken", report.taken().size());
        }
        tell(report);
        if (Window.containing(clock.now(), window).isEmpty()) {
            looks.look(now);
        }
        return report.failures().stream()
                .filter(failure -> failure.folder().isEmpty())
                .map(DayIntake::cause)
                .findFirst()
                .orElse("");
    }

    private void tell(IntakeReport report) {
        Set<String> failures = new HashSet<>();
        for (IntakeFailure failure : report.failures()) {
            String folder = failure.folder().isEmpty() ? "folders" : "folder " + failure.folder();
            String line = folder + ": " + cause(failure) + ". " + failure.nextStep();
            if (failures.add(line) && !toldFailures.contains(line)) {
                LOG.warn("Inbound {}", line);
            }
        }
        toldFailures = failures;
    }

    /** What the disk says for itself; anything else may quote what a sender named. */
    private static String cause(IntakeFailure failure) {
        return failure.cause() instanceof FileSystemException disk && disk.getReason() != null
                ? disk.getReason()
                : failure.cause().getClass().getSimpleName();
    }
}
