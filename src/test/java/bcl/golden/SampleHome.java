package bcl.golden;

import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A home that cases with the same settings share, night by night: no two of them share an organisation or a meter point. */
final class SampleHome {
    /** Older than the quiet period and than bcl.intake.incomplete-after. */
    private static final Duration AGE = Duration.ofHours(2);

    private final Path home;
    private final List<PlayedCase> played = new ArrayList<>();
    private final Clock clock;
    private final Set<String> owners = new TreeSet<>();
    private final List<String> failures = new ArrayList<>();

    /** @param clock the one by which the engine stamps its answers */
    SampleHome(Path home, SampleCases cases, Clock clock) throws IOException {
        this.home = Files.createDirectories(home);
        this.clock = clock;
        Map<String, String> crns = new HashMap<>();
        for (SampleCase sample : cases.cases()) {
            played.add(new PlayedCase(sample, crns));
            owners.addAll(sample.owners());
        }
        cases.furnish(home);
    }

    List<PlayedCase> played() {
        return played;
    }

    /** Nights that failed, and answers in folders of organisations that belong to no case. */
    List<String> failures() {
        return failures;
    }

    void play(NightRunner runner, ContactResolver resolver, NightObserver observer) throws IOException {
        int last = 1;
        for (PlayedCase one : played) {
            last = Math.max(last, one.sample().nights());
        }
        for (int number = 1; number <= last; number++) {
            FileTime modified = FileTime.from(clock.instant().minus(AGE));
            for (PlayedCase one : played) {
                one.lay(home, number, modified);
            }
            Night night = run(number, runner, resolver);
            for (PlayedCase one : played) {
                observer.after(night, one);
            }
        }
        lookForStrays();
    }

    private Night run(int number, NightRunner runner, ContactResolver resolver) throws IOException {
        Path closed = resolved(number);
        Instant began = clock.instant();
        try {
            if (Files.exists(closed)) {
                resolver.resolve(home, closed);
            }
            runner.run(home);
        } catch (Exception e) {
            failures.add("night %d of %d cases in one home failed: %s".formatted(number, played.size(), e));
        }
        return new Night(home, number, began, clock.instant());
    }

    /** One file for all cases, beside the home; none if no case closes a contact before the night. */
    private Path resolved(int night) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (PlayedCase one : played) {
            for (String row : one.sample().resolved(night)) {
                rows.append(one.labels().fill(row)).append('\n');
            }
        }
        Path file = home.resolveSibling(home.getFileName() + "-resolve-" + night + ".csv");
        if (!rows.isEmpty()) {
            Files.writeString(file, "crn,status,reason\n" + rows);
        }
        return file;
    }

    private void lookForStrays() throws IOException {
        for (Path folder : Folders.list(new Home(home).sftp())) {
            String owner = folder.getFileName().toString();
            List<Path> answers = Folders.list(new Home(home).outbound(owner));
            if (!owners.contains(owner) && !answers.isEmpty()) {
                failures.add("%s/outbound: answers for an organisation of no case: %s".formatted(owner, answers));
            }
        }
    }
}
