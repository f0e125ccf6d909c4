package bcl.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.parsing.GroupReader;
import bcl.parsing.RawGroup;
import bcl.parsing.ScannedFile;
import bcl.parsing.StructureScan;
import bcl.testsupport.BclFiles;
import bcl.validation.FileContext;
import bcl.wire.Limits;
import bcl.wire.MeterPoint;
import bcl.wire.MeterPoints;
import bcl.wire.Organisation;
import bcl.wire.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssessorTest {
    private static final long POISON = 9_900_001_207L;

    @TempDir
    Path folder;

    @Test
    void a_rule_that_throws_is_told_with_the_line_and_the_kind_of_failure_and_no_value() throws Exception {
        Path file = Files.writeString(folder.resolve("x"), BclFiles.WORKED);
        ScannedFile scanned = new StructureScan(10, 10).scan(file);
        FileContext context = new FileContext(
                new Organisation("XYZ", 1234, "", Role.S, true),
                LocalDate.of(2023, 3, 1),
                new Limits(10, 10_000, Map.of()));
        Assessor assessor = new Assessor(context, scanned.plan(), new Poisoned());
        List<RawGroup> groups = new ArrayList<>();
        try (GroupReader reader = GroupReader.open(
                file, scanned.plan().parts().get(0), scanned.plan().trailerLine())) {
            for (RawGroup group = reader.next(); group != null; group = reader.next()) {
                groups.add(group);
            }
        }

        assertThat(assessor.assess(groups.get(0)).line()).isEqualTo(2);
        assertThatThrownBy(() -> assessor.assess(groups.get(1)))
                .isInstanceOf(ContactFailed.class)
                .hasMessage("line 7: UnsupportedOperationException")
                .satisfies(failure -> assertThat(Failures.cause(failure))
                        .startsWith("line 7: ")
                        .doesNotContain(Long.toString(POISON)));
        assertThat(assessor.assess(groups.get(2)).line()).isEqualTo(9);
    }

    private static final class Poisoned implements MeterPoints {
        @Override
        public @Nullable MeterPoint find(long mprn) {
            if (mprn == POISON) {
                throw new UnsupportedOperationException("number " + mprn);
            }
            return null;
        }

        @Override
        public LocalDate date() {
            return LocalDate.of(2023, 2, 28);
        }
    }
}
