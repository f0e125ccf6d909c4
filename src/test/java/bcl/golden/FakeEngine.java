package bcl.golden;

import bcl.wire.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays an engine that knows the answers: it takes what lies in inbound and writes the templates of the cases, filled in. What
 * it has written may be spoiled, so that a test sees the judge notice.
 */
final class FakeEngine implements NightRunner, ContactResolver {
    private final List<SampleCase> cases;
    private final Map<String, String> crns = new HashMap<>();
    private final Map<Integer, Spoiler> spoilers = new HashMap<>();
    private final List<String> resolved = new ArrayList<>();
    private final Map<Path, Integer> nights = new HashMap<>();
    private long nextCrn = 5_000_000_001L;

    /** Spoils a home after a night. */
    interface Spoiler {
        void spoil(Path home) throws IOException;
    }

    FakeEngine(SampleCases cases) {
        this.cases = cases.cases();
    }

    FakeEngine after(int number, Spoiler spoiler) {
        spoilers.put(number, spoiler);
        return this;
    }

    List<String> resolved() {
        return resolved;
    }

    @Override
    public void resolve(Path home, Path csv) throws IOException {
        resolved.addAll(Files.readAllLines(csv));
    }

    @Override
    public void run(Path home) throws IOException {
        int night = nights.merge(home, 1, Integer::sum);
        for (SampleCase sample : casesIn(home)) {
            for (Map.Entry<Place, byte[]> due : sample.due(night).entrySet()) {
                answer(home, sample, due.getKey(), due.getValue());
            }
        }
        for (Path file : Folders.below(home.resolve("sftp"))) {
            if (file.getParent().endsWith("inbound")) {
                Files.delete(file);
            }
        }
        Spoiler spoiler = spoilers.get(night);
        if (spoiler != null) {
            spoiler.spoil(home);
        }
    }

    /** The cases whose organisations send something in this home; others are played in a home of their own. */
    private List<SampleCase> casesIn(Path home) throws IOException {
        List<SampleCase> here = new ArrayList<>();
        for (SampleCase sample : cases) {
            if (sample.owners().stream().anyMatch(owner -> Files.exists(new Home(home).inbound(owner)))) {
                here.add(sample);
            }
        }
        return here;
    }

    private void answer(Path home, SampleCase sample, Place place, byte[] template) throws IOException {
        Path folder = place.isQuarantine()
                ? home.resolve("quarantine").resolve("some-day")
                : new Home(home).outbound(place.folder());
        String text = new String(template, StandardCharsets.ISO_8859_1);
        String filled = CrnLabels.PLACEHOLDER
                .matcher(text.replace("{date}", "20261121").replace("{time}", "001500"))
                .replaceAll(match -> crns.computeIfAbsent(sample.name() + match.group(1), label -> "" + nextCrn++));
        filled = filled.replace("{digest}", digest(home, place, text));
        Files.write(
                Files.createDirectories(folder).resolve(place.name()), filled.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String digest(Path home, Place place, String answer) throws IOException {
        Matcher name = Pattern.compile("\"L50\",\"([^\"]+)\"").matcher(answer);
        if (!name.find()) {
            return "";
        }
        Path inbound = new Home(home).inbound(place.folder()).resolve(name.group(1));
        return Files.exists(inbound) ? PlayedCase.sha256(Files.readAllBytes(inbound)) : "";
    }
}
