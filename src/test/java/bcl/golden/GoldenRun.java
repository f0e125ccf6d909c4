package bcl.golden;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays cases through an engine, those with the same settings in one home.
 *
 * @param work an empty folder for the homes
 * @param clock the one by which the engine stamps its answers; files are laid two hours older than it tells
 */
public record GoldenRun(Path work, NightRunner runner, ContactResolver resolver, Clock clock) {
    /** What is wrong with each case by its name, in the order of the cases; an empty list if it passed. Nights that failed have an entry of their own. */
    public Map<String, List<String>> judge(SampleCases cases) throws IOException {
        Map<String, List<String>> problems = new LinkedHashMap<>();
        cases.cases().forEach(sample -> problems.put(sample.name(), List.of()));
        for (SampleHome home : play(cases, new Judge())) {
            home.played().forEach(one -> problems.put(one.sample().name(), one.problems()));
            home.failures().forEach(failure -> problems.put(failure, List.of(failure)));
        }
        return problems;
    }

    /**
     * Writes the answers of all cases anew, for review.
     *
     * @return nights that failed; what they should have answered is missing now
     */
    public List<String> write(SampleCases cases) throws IOException {
        List<String> failures = new ArrayList<>();
        play(cases, new AnswerWriter()).forEach(home -> failures.addAll(home.failures()));
        return failures;
    }

    private List<SampleHome> play(SampleCases cases, NightObserver observer) throws IOException {
        List<SampleHome> homes = new ArrayList<>();
        for (SampleCases group : cases.bySettings()) {
            SampleHome home = new SampleHome(work.resolve("home-" + (homes.size() + 1)), group, clock);
            home.play(runner, resolver, observer);
            homes.add(home);
        }
        return homes;
    }
}
