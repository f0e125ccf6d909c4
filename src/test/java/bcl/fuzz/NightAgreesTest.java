package bcl.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night and {@code validate} share the rules but neither the way of reading nor that of deciding: parts side by side, chunks,
 * look-ups and rows in a ledger on one hand, one pass on the other. {@code -Dbcl.fuzz.seed=N} and {@code -Dbcl.fuzz.night=N} choose
 * other mutants and how many, {@code -Dbcl.fuzz.cuts=1} takes every cut.
 */
class NightAgreesTest {
    private static final long SEED = Long.getLong("bcl.fuzz.seed", 20261122);
    private static final int MUTANTS = Integer.getInteger("bcl.fuzz.night", 300);
    /** {@link FuzzTest} asks {@code validate} about every cut; of these the night takes one in so many. */
    private static final int EVERY = Integer.getInteger("bcl.fuzz.cuts", 4);

    @TempDir
    private Path disk;

    @Test
    void a_night_over_mutants_and_over_uploads_that_broke_off_answers_as_validate_foretells() throws Exception {
        Herd herd = new Herd();
        List<Specimen> files = new ArrayList<>();
        List<Specimen> cuts = GoodFile.cuts();
        for (int i = 0; i < cuts.size(); i++) {
            if (i % EVERY == 0 || i > cuts.size() - 12) {
                files.add(herd.copy(GoodFile.FILE).cutLike(cuts.get(i)));
            }
        }
        files.addAll(mutants(herd));
        try (EngineHome home = EngineHome.at(disk.resolve("home"), Databases.H2)) {
            herd.layReference(home.root());
            home.set("bcl.night.small-file", "6KB")
                    .set("bcl.night.files-per-chunk", "40")
                    .set("bcl.night.contacts-per-chunk", "3")
                    .set("bcl.night.contacts-per-part", "7");
            NightOfMany night = new NightOfMany(home, files);

            night.run();

            assertThat(night.faults()).isEmpty();
        }
    }

    private static List<Specimen> mutants(Herd herd) throws Exception {
        Random random = new Random(SEED);
        List<Specimen> samples = Specimen.samples().stream()
                .filter(sample -> !sample.owner().equals("ZZZ"))
                .toList();
        Mutator mutator = new Mutator(random, samples);
        List<Specimen> mutants = new ArrayList<>();
        while (mutants.size() < MUTANTS) {
            Specimen sample = samples.get(random.nextInt(samples.size()));
            if (!followsAnother(sample)) {
                Specimen mutant = mutator.mutate(herd.copy(sample));
                mutants.add(followsAnother(mutant) ? herd.copy(samples.get(0)) : mutant);
            }
        }
        return mutants;
    }

    /** {@code validate} gives the benefit of the doubt to a contact that follows an earlier one; a night knows. */
    private static boolean followsAnother(Specimen file) {
        Reading reading = Reading.of(file.bytes());
        return reading.linesOf("L01").stream()
                .map(reading::fields)
                .filter(Objects::nonNull)
                .anyMatch(fields -> fields.size() == 11 && !fields.get(6).isEmpty());
    }
}
