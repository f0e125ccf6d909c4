package bcl.intake;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.ledger.LedgerFile;
import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Machines on one shared home whose file system has no locks: nothing but the claims keeps their looks apart. They may disturb each
 * other, so that a look takes less than it could; they lose nothing and take nothing twice.
 */
class IntakesTogetherTest {
    private static final int MACHINES = 3;
    private static final int FILES = 30;
    private static final int MOST_LOOKS = 200;

    @TempDir
    Path temp;

    @Test
    void without_any_lock_every_file_is_taken_once() throws Exception {
        try (TestDatabase database = Databases.POSTGRESQL.fresh()) {
            TestHome home = new TestHome(temp, database);
            for (int i = 1; i <= FILES; i++) {
                String organisation = i % 2 == 0 ? "ABC" : "XYZ";
                home.lay(organisation, "%s01.PN%06d.BCL".formatted(organisation, i), TestHome.content("file " + i));
            }

            List<CompletableFuture<Integer>> machines = new ArrayList<>();
            for (int i = 0; i < MACHINES; i++) {
                machines.add(CompletableFuture.supplyAsync(() -> looks(home)));
            }
            int disturbed = machines.stream().mapToInt(CompletableFuture::join).sum();
            home.takeAll();

            List<LedgerFile> files = home.ledgers.files().all();
            assertThat(files).as("%s looks were disturbed", disturbed).hasSize(FILES);
            assertThat(files.stream().map(LedgerFile::name)).doesNotHaveDuplicates();
            assertThat(files)
                    .allSatisfy(file -> assertThat(new SealedCopies(home.home).check(file.digest()))
                            .isInstanceOf(SealedCopy.Whole.class));
            assertThat(home.leftOver()).isEmpty();
            assertThat(home.claims()).isEmpty();
            assertThat(home.takeAll().taken()).isEmpty();
        }
    }

    /** Looks again and again until nothing is left; how many looks told of a failure. */
    private static int looks(TestHome home) {
        int disturbed = 0;
        for (int look = 0; look < MOST_LOOKS && home.ledgers.files().all().size() < FILES; look++) {
            disturbed += look(home) ? 0 : 1;
        }
        return disturbed;
    }

    private static boolean look(TestHome home) {
        IntakeSettings settings = new IntakeSettings(
                IntakeSettings.defaults().quietPeriod(),
                IntakeSettings.defaults().incompleteAfter(),
                2,
                5,
                1 << 20);
        Means means = new Means(() -> home.now, new LocalDisk(), Uploads.UNKNOWN);
        try (Taking taking = new Taking(home.home, home.ledgers, settings, means)) {
            return taking.run(
                            TestHome.KNOWN::contains,
                            folder -> true,
                            new Completeness(means.disk(), settings, Uploads.UNKNOWN))
                    .failures()
                    .isEmpty();
        } catch (java.io.IOException | RuntimeException e) {
            return false; // another has put away what this one was looking at: the next look goes on
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
