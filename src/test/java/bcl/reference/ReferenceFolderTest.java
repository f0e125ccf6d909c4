package bcl.reference;

import static bcl.reference.ReferenceFiles.ORGANISATIONS;
import static bcl.reference.ReferenceFiles.POINT;
import static bcl.reference.ReferenceFiles.POINTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceFolderTest {
    @TempDir
    private Path folder;

    @Test
    void a_folder_is_read_without_changing_it() throws IOException {
        ReferenceFiles.write(folder, "organisations.csv", ORGANISATIONS + "XYZ,1234,Example,S,Y\n");
        ReferenceFiles.write(folder, "meter-points-20230228.csv", POINTS + POINT);

        ReferenceFolder read = ReferenceFolder.read(folder);

        assertThat(read).isInstanceOfSatisfying(ReferenceFolder.Usable.class, usable -> {
            assertThat(usable.organisations().find("XYZ")).isPresent();
            assertThat(usable.meterPoints().date()).isEqualTo(ReferenceFiles.DATE);
            assertThat(usable.meterPoints().find(9900001207L)).isNotNull();
        });
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() throws IOException {
        ReferenceFiles.write(folder, "organisations.csv", ORGANISATIONS + "bad\n");
        ReferenceFiles.write(folder, "meter-points-20230228.csv", POINTS + "bad\n");
        ReferenceFiles.write(folder, "meter-points-20230299.csv", POINTS);

        assertThat(ReferenceFolder.read(folder))
                .isInstanceOfSatisfying(
                        ReferenceFolder.Unusable.class,
                        unusable -> assertThat(unusable.refused())
                                .extracting(Refused::file)
                                .containsExactly(
                                        "meter-points-20230299.csv", "organisations.csv", "meter-points-20230228.csv"));
    }

    @Test
    void missing_files_and_folders_are_told() throws IOException {
        for (Path empty : new Path[] {folder, folder.resolve("nowhere")}) {
            assertThat(ReferenceFolder.read(empty))
                    .isInstanceOfSatisfying(
                            ReferenceFolder.Unusable.class,
                            unusable -> assertThat(unusable.refused())
                                    .extracting(Refused::file)
                                    .containsExactly("organisations.csv", "meter-points-YYYYMMDD.csv"));
        }
    }
}
