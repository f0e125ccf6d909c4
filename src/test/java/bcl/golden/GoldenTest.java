package bcl.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.testsupport.Databases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every sample file through the engine, on both databases. */
class GoldenTest {
    private static final Path SAMPLES = Path.of("sample-files");

    @TempDir
    private Path work;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void every_sample_file_is_answered_to_the_byte(Databases databases) throws IOException {
        SampleCases cases = SampleCases.discover(SAMPLES);
        try (EngineUnderTest engine = new EngineUnderTest(databases)) {
            GoldenRun run = new GoldenRun(work, engine, engine, Clock.systemUTC());
            if (GoldenMode.of(System.getProperty(GoldenMode.PROPERTY)) == GoldenMode.WRITE) {
                assertThat(run.write(cases)).isEmpty();
                Assumptions.abort("the answers were written anew and compared with nothing: review the difference");
            }

            Map<String, List<String>> problems = new TreeMap<>(run.judge(cases));

            assertThat(problems).hasSizeGreaterThan(60);
            problems.values().removeIf(List::isEmpty);
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void answers_are_compared_unless_somebody_asks_for_new_ones() {
        assertThat(GoldenMode.of(null)).isEqualTo(GoldenMode.COMPARE);
        assertThat(GoldenMode.of("compare")).isEqualTo(GoldenMode.COMPARE);
        assertThat(GoldenMode.of("write")).isEqualTo(GoldenMode.WRITE);
        assertThatThrownBy(() -> GoldenMode.of("")).isInstanceOf(IllegalArgumentException.class);
    }
}
