package bcl.service;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.EngineSettings;
import bcl.ledger.DailyAct;
import bcl.ledger.DailyLedger;
import bcl.ledger.LedgerFile;
import bcl.night.StopRequest;
import bcl.reconciliation.Books;
import bcl.reconciliation.Reconciliation;
import bcl.retention.Retention;
import bcl.startup.HomeSettings;
import bcl.testsupport.BclFiles;
import bcl.testsupport.Databases;
import bcl.testsupport.LedgerHome;
import bcl.testsupport.TestDatabase;
import bcl.wire.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DailyActsTest {
    @TempDir
    Path folder;

    private LedgerHome home;
    private EngineSettings settings;
    private final List<String> done = new ArrayList<>();

    @AfterEach
    void close() {
        home.close();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void of_several_services_one_does_each_act_once_a_day(Databases databases) throws IOException {
        open(databases.fresh(), "");
        DailyActs one = acts("one", new Noted("a", true));
        DailyActs two = acts("two", new Noted("a", true));
        home.clock().advance(Duration.ofMinutes(11));

        look(one, two, one);
        assertThat(done).containsExactly("a");

        home.clock().advance(Duration.ofHours(18));
        look(two, one);
        assertThat(done).containsExactly("a", "a");
        assertThat(new DailyLedger(home.jdbc()).last("a"))
                .contains(
                        new DailyAct("a", LocalDate.of(2023, 3, 2), home.clock().now(), 7L, "seven"));
    }

    @Test
    void nothing_is_done_in_the_window_or_shortly_after_it_or_after_the_start() throws IOException {
        open(Databases.freshInMemory(), "");
        DailyActs acts = acts("one", new Noted("a", true));

        look(acts);
        home.clock().advance(Duration.ofHours(5)); // 00:32
        look(acts);
        home.clock().advance(Duration.ofMinutes(6 * 60 + 30)); // 07:02
        look(acts);
        assertThat(done).isEmpty();

        home.clock().advance(Duration.ofMinutes(9)); // 07:11
        look(acts);
        assertThat(done).containsExactly("a");
    }

    @Test
    void one_that_was_stopped_begins_anew_and_that_of_a_dead_service_is_taken_over() throws IOException {
        open(Databases.freshInMemory(), "");
        home.clock().advance(Duration.ofHours(12)); // 07:32
        DailyActs stopped = acts("one", new Noted("a", false));
        DailyActs other = acts("two", new Noted("a", true));
        home.clock().advance(Duration.ofMinutes(11));

        look(stopped);
        assertThat(new DailyLedger(home.jdbc()).last("a")).isEmpty();
        assertThat(new DailyLedger(home.jdbc())
                        .take(
                                "b",
                                LocalDate.of(2023, 3, 2),
                                "dead",
                                home.clock().now()))
                .isTrue();
        look(other);
        assertThat(done).containsExactly("a", "a");

        DailyActs survivor = acts("three", new Noted("b", true));
        home.clock().advance(Duration.ofMinutes(11));
        look(survivor);
        assertThat(done).hasSize(2);
        home.clock().advance(Duration.ofMinutes(20));
        look(survivor);
        assertThat(done).containsExactly("a", "a", "b");
    }

    @Test
    void an_act_is_told_to_end_when_the_window_opens_or_the_service_ends() throws IOException {
        open(Databases.freshInMemory(), "");
        List<Boolean> goOn = new ArrayList<>();
        StopRequest stop = new StopRequest();
        DailyActs acts = acts("one", new Noted("a", false) {
                    @Override
                    public DailyActs.Result run(BooleanSupplier may) {
                        goOn.add(may.getAsBoolean());
                        home.clock().advance(Duration.ofHours(5));
                        goOn.add(may.getAsBoolean());
                        home.clock().advance(Duration.ofHours(8));
                        goOn.add(may.getAsBoolean());
                        stop.request("test");
                        goOn.add(may.getAsBoolean());
                        return super.run(may);
                    }
                })
                .until(stop);
        home.clock().advance(Duration.ofMinutes(11));

        look(acts, acts);

        assertThat(goOn).containsExactly(true, false, true, false);
        assertThat(done).hasSize(1);
    }

    @Test
    void what_the_settings_say_is_erased_and_told_and_reconcile_finds_nothing() throws IOException {
        open(Databases.freshInMemory(), "bcl.retention.content: P1Y\n");
        LedgerFile file = home.rejectedWhole("XYZ", "XYZ01.PN000001.BCL", BclFiles.WORKED, Reason.FIL00011);
        home.clock().advance(Duration.ofDays(400));
        DailyErase erase = new DailyErase(settings, retention(), home.operators(), home.clock());
        DailyReconcile reconcile = new DailyReconcile(settings, reconciliation(), home.operators(), home.clock());
        DailyActs acts = acts("one", erase, reconcile);
        home.clock().advance(Duration.ofMinutes(11));

        look(acts);

        assertThat(home.home().sealed(file.digest())).doesNotExist();
        assertThat(home.operators().notices("ERASED")).hasSize(1);
        assertThat(home.operators().notices("RECONCILE_DIFFERS")).isEmpty();
        DailyLedger ledger = new DailyLedger(home.jdbc());
        assertThat(ledger.last("erase").orElseThrow().figure()).isEqualTo(1);
        assertThat(ledger.last("reconcile").orElseThrow().detail()).isEqualTo("1 files, 0 differences");
    }

    @Test
    void without_settings_nothing_is_erased_and_what_cannot_be_erased_is_told() throws IOException {
        open(Databases.freshInMemory(), "");
        assertThat(new DailyErase(settings, retention(), home.operators(), home.clock()).isWanted())
                .isFalse();
        home.rejectedWhole("XYZ", "XYZ01.PN000001.BCL", BclFiles.WORKED, Reason.FIL00011);
        home.clock().advance(Duration.ofDays(400));
        settings("bcl.retention.content: P1Y\nbcl.daily.reconcile: false\n");
        Files.writeString(home.home().erased(), "a file in the place of the folder");

        DailyActs.Result result = new DailyErase(settings, retention(), home.operators(), home.clock()).run(() -> true);

        assertThat(result.figure()).isNull();
        assertThat(home.operators().notices("ERASE_FAILED")).hasSize(1);
        assertThat(new DailyReconcile(settings, reconciliation(), home.operators(), home.clock()).isWanted())
                .isFalse();
    }

    private void open(TestDatabase database, String keys) throws IOException {
        home = new LedgerHome(database, folder);
        settings(keys);
    }

    private void settings(String keys) throws IOException {
        Files.writeString(folder.resolve("application.yml"), keys);
        settings = HomeSettings.load(home.home());
    }

    private Retention retention() {
        return new Retention(home.home(), home.jdbc(), home.database().transactions(), home.clock());
    }

    private Reconciliation reconciliation() {
        return new Reconciliation(
                new Books(home.home(), home.jdbc(), home.files(), home.outcomes()),
                home.database().transactionManager());
    }

    private DailyActs acts(String holder, DailyActs.Act... acts) {
        return new DailyActs(settings, home.clock(), new DailyLedger(home.jdbc()), holder, List.of(acts));
    }

    private static void look(DailyActs... services) {
        for (DailyActs each : services) {
            each.look();
        }
    }

    private class Noted implements DailyActs.Act {
        private final String name;
        private final boolean complete;

        Noted(String name, boolean complete) {
            this.name = name;
            this.complete = complete;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean isWanted() {
            return true;
        }

        @Override
        public DailyActs.Result run(BooleanSupplier goOn) {
            done.add(name);
            return new DailyActs.Result(7L, "seven", complete);
        }
    }
}
