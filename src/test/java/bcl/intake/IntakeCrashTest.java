package bcl.intake;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.intake.Trouble.Kind;
import bcl.ledger.LedgerFile;
import bcl.ledger.Quarantined;
import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;

/** Trouble at every act of the intake on disk and database, one after the other; then a look without trouble. */
class IntakeCrashTest {
    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "ABC01.PN000001.BCL", TestHome.content("one"),
            "ABC01.PN000002.BCL", TestHome.content("two"),
            "ABC02.PN000001.BCL", TestHome.content("one"),
            "nonsense", TestHome.content("three")));

    @TempDir(factory = InMemory.class)
    Path temp;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void killed_before_any_act_nothing_is_lost_and_nothing_twice(Databases databases) throws Exception {
        try (TestDatabase database = databases.fresh()) {
            assertThat(atEveryAct(database, Kind.KILLED_BEFORE)).isGreaterThan(80);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void killed_after_any_act_nothing_is_lost_and_nothing_twice(Databases databases) throws Exception {
        try (TestDatabase database = databases.fresh()) {
            assertThat(atEveryAct(database, Kind.KILLED_AFTER)).isGreaterThan(80);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void when_any_act_fails_nothing_is_lost_and_nothing_twice(Databases databases) throws Exception {
        try (TestDatabase database = databases.fresh()) {
            assertThat(atEveryAct(database, Kind.FAILS)).isGreaterThan(80);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void when_the_answer_of_any_act_is_lost_nothing_is_lost_and_nothing_twice(Databases databases) throws Exception {
        try (TestDatabase database = databases.fresh()) {
            assertThat(atEveryAct(database, Kind.ANSWER_LOST)).isGreaterThan(80);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Databases.class, names = "H2")
    void killed_again_and_again_while_it_recovers(Databases databases) throws Exception {
        Random random = new Random(20261121);
        try (TestDatabase database = databases.fresh()) {
            for (int round = 0; round < 100; round++) {
                TestHome home = laid(database, "round" + round);
                for (int kill = 0; kill < 4; kill++) {
                    Kind kind = random.nextBoolean() ? Kind.KILLED_BEFORE : Kind.KILLED_AFTER;
                    suffer(home, new Trouble(kind, 1 + random.nextInt(90)));
                }

                home.takeAll();

                assertWhole(home, "round " + round);
                empty(database);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Databases.class, names = "H2")
    void a_newer_file_of_the_same_name_after_a_kill_replaces_no_claimed_one(Databases databases) throws Exception {
        try (TestDatabase database = databases.fresh()) {
            for (int act = 1; act <= 90; act++) {
                TestHome home = laid(database, "newer" + act);
                suffer(home, new Trouble(Kind.KILLED_AFTER, act));
                boolean replaced = Files.exists(home.home.inbound("ABC").resolve("ABC01.PN000001.BCL"));
                home.lay("ABC", "ABC01.PN000001.BCL", TestHome.content("newer"));

                home.takeAll();
                home.takeAll();

                List<LedgerFile> same = home.ledgers.files().byName("ABC01.PN000001.BCL");
                assertThat(same).as("act %s", act).hasSize(replaced ? 1 : 2);
                assertThat(same.get(same.size() - 1).digest()).isEqualTo(TestHome.digest(TestHome.content("newer")));
                assertThat(home.leftOver()).isEmpty();
                empty(database);
            }
        }
    }

    private int atEveryAct(TestDatabase database, Kind kind) throws Exception {
        int act = 1;
        while (true) {
            TestHome home = laid(database, kind + "-" + act);
            Trouble trouble = new Trouble(kind, act);
            suffer(home, trouble);
            assertNothingLost(home, kind + " at act " + act);

            home.takeAll();

            assertWhole(home, kind + " at act " + act);
            assertThat(home.takeAll().taken()).isEmpty();
            if (!trouble.happened()) {
                return act;
            }
            empty(database);
            act++;
        }
    }

    private static void suffer(TestHome home, Trouble trouble) throws InterruptedException {
        try {
            home.intake(trouble).takeAll();
        } catch (Killed | java.io.UncheckedIOException | DataAccessException expected) {
            assertThat(trouble.happened()).isTrue();
        } catch (org.springframework.transaction.TransactionException expected) {
            assertThat(trouble.happened()).isTrue();
        }
    }

    private TestHome laid(TestDatabase database, String name) throws IOException {
        TestHome home = new TestHome(temp.resolve(name), database);
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            home.lay("ABC", file.getKey(), file.getValue());
        }
        home.lay("QQQ", "QQQ01.PN000001.BCL", TestHome.content("nobody"));
        return home;
    }

    /** Every file lies with its sender, among the claims, or is recorded with its bytes in place. */
    private static void assertNothingLost(TestHome home, String when) throws IOException {
        List<String> somewhere = home.leftOver();
        for (String name : FILES.keySet()) {
            boolean recorded = !home.ledgers.files().byName(name).isEmpty();
            assertThat(recorded || somewhere.stream().anyMatch(path -> path.endsWith("/" + name)))
                    .as("%s: %s in %s", when, name, somewhere)
                    .isTrue();
        }
        for (LedgerFile file : home.ledgers.files().all()) {
            assertThat(new SealedCopies(home.home).check(file.digest())).isInstanceOf(SealedCopy.Whole.class);
        }
    }

    private static void assertWhole(TestHome home, String when) throws IOException {
        List<LedgerFile> files = home.ledgers.files().all();
        assertThat(files).as(when).hasSize(FILES.size());
        assertThat(files)
                .allSatisfy(file -> assertThat(home.sealed(FILES.get(file.name())))
                        .isEqualTo(FILES.get(file.name()))
                        .satisfies(content -> assertThat(file.digest()).isEqualTo(TestHome.digest(content))));
        assertThat(files.stream().map(LedgerFile::name)).as(when).doesNotHaveDuplicates();
        List<Quarantined> quarantine = home.ledgers.operators().quarantine();
        assertThat(quarantine).as(when).hasSize(1);
        assertThat(home.home.quarantine().resolve(quarantine.get(0).storedAs())).hasContent(TestHome.content("nobody"));
        assertThat(home.leftOver()).as(when).isEmpty();
        assertThat(home.claims()).as(when).isEmpty();
    }

    private static void empty(TestDatabase database) {
        for (String table : List.of("inbound_file", "quarantine", "notice", "intake_claim")) {
            database.jdbc().sql("delete from " + table).update();
        }
    }
}
