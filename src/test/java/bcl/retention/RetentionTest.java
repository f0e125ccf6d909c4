package bcl.retention;

import static bcl.testsupport.LedgerHome.accepted;
import static bcl.testsupport.LedgerHome.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.contacts.Resolution;
import bcl.contacts.StatusChange;
import bcl.ledger.Erased;
import bcl.ledger.ErasureLedger;
import bcl.ledger.LedgerFile;
import bcl.ledger.Quarantined;
import bcl.reconciliation.Books;
import bcl.reconciliation.Reconciled;
import bcl.reconciliation.Reconciliation;
import bcl.testsupport.BclFiles;
import bcl.testsupport.Bytes;
import bcl.testsupport.Databases;
import bcl.testsupport.LedgerHome;
import bcl.testsupport.TestDatabase;
import bcl.wire.ContactStatus;
import bcl.wire.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

class RetentionTest {
    private static final long FIRST = 5_000_000_001L;
    private static final Rules YEAR = Rules.all(Period.ofYears(1), false);

    @TempDir
    Path folder;

    private LedgerHome home;
    private LedgerFile closed;
    private LedgerFile rejected;

    @AfterEach
    void close() {
        home.close();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_is_answered_closed_and_old_enough_is_erased_and_everything_still_adds_up(Databases databases)
            throws IOException {
        home(databases.fresh());
        LedgerFile open = home.answered("XYZ", "XYZ01.PN000044.BCL", BclFiles.enquiries(44, 20, 1), accepted());
        collect(closed);
        home.clock().advance(Duration.ofDays(400));
        LedgerFile fresh = home.answered("XYZ", "XYZ01.PN000045.BCL", BclFiles.enquiries(45, 30, 1), accepted());

        assertThat(retention().rehearse(YEAR)).isEqualTo(new Erasing(2, 0, 0, 1, 0, 1, true));
        Erasing done = retention().erase(YEAR, () -> true);

        assertThat(done).isEqualTo(new Erasing(2, 7, 2, 1, 0, 1, true));
        assertThat(new ErasureLedger(home.jdbc()).of(closed.id()))
                .contains(new Erased(home.clock().now(), "content older than P1Y", true));
        assertThat(home.home().sealed(closed.digest())).doesNotExist();
        assertThat(home.home().sealed(rejected.digest())).doesNotExist();
        assertThat(home.answerOf(closed)).doesNotExist();
        assertThat(home.answerOf(rejected)).as("nobody collected it").exists();
        assertThat(home.search().records(FIRST)).isEmpty();
        assertThat(home.search().byCrn(FIRST)).isPresent();
        for (LedgerFile kept : List.of(open, fresh)) {
            assertThat(home.home().sealed(kept.digest())).exists();
        }
        assertThat(differences()).isEmpty();
        assertThat(reconciled.erased()).isEqualTo(2);
        assertThat(retention().erase(YEAR, () -> true).isNothing()).isTrue();
        assertThat(retention()
                        .erase(Rules.all(Period.ofYears(1), true), () -> true)
                        .files())
                .isEqualTo(1);
    }

    @Test
    void killed_between_any_two_transactions_or_pages_it_is_finished_by_the_next_call() throws IOException {
        int moments = 0;
        boolean survived = false;
        while (!survived) {
            moments++;
            Path own = Files.createDirectory(folder.resolve("" + moments));
            home = new LedgerHome(Databases.freshInMemory(), own);
            fill();
            home.clock().advance(Duration.ofDays(400));
            int dies = moments;
            Retention dying = retention(new Dying(home.database().transactions(), dies));
            try {
                dying.erase(YEAR, () -> true);
                survived = true;
            } catch (Killed e) {
                retention().erase(YEAR, () -> true);
            }

            assertThat(home.home().sealed(closed.digest()))
                    .as("died at " + dies)
                    .doesNotExist();
            assertThat(home.jdbc().queryForObject("select count(*) from contact_record", Long.class))
                    .isZero();
            assertThat(differences()).isEmpty();
            assertThat(retention().cameBack()).isFalse();
            if (!survived) {
                home.close();
            }
        }
        assertThat(moments).isGreaterThan(6);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_a_backup_of_the_database_brings_back_is_noticed_and_erased_again(Databases databases) throws IOException {
        home(databases.fresh());
        byte[] copy = Files.readAllBytes(home.home().sealed(closed.digest()));
        List<Map<String, Object>> records = home.jdbc().queryForList("select * from contact_record");
        home.clock().advance(Duration.ofDays(400));
        retention().erase(YEAR, () -> true);
        assertThat(retention().cameBack()).isFalse();

        Files.write(home.home().sealed(closed.digest()), copy);
        home.jdbc().update("delete from erasure");
        records.forEach(row -> home.jdbc()
                .update(
                        "insert into contact_record (crn, place, record_id, fields) values (?, ?, ?, ?)",
                        row.get("crn"),
                        row.get("place"),
                        row.get("record_id"),
                        row.get("fields")));

        assertThat(retention().cameBack()).isTrue();
        assertThat(retention().eraseAgain(() -> true)).isEqualTo(new Erasing(2, 7, 1, 0, 0, 0, true));
        assertThat(retention().cameBack()).isFalse();
        assertThat(home.home().sealed(closed.digest())).doesNotExist();
        assertThat(home.search().records(FIRST)).isEmpty();
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_database_that_never_knew_the_files_again_is_asked_once() throws IOException {
        home(Databases.freshInMemory());
        home.clock().advance(Duration.ofDays(400));
        retention().erase(YEAR, () -> true);

        home.jdbc().update("delete from erasure");
        home.jdbc().update("update inbound_file set received_at = decided_at + interval '1' second");
        retention().eraseAgain(() -> true);

        assertThat(retention().cameBack()).isFalse();
        assertThat(home.jdbc().queryForObject("select count(*) from erasure", Long.class))
                .isZero();
    }

    @Test
    void a_sealed_copy_from_a_backup_of_the_archive_is_a_difference_until_it_is_erased_again() throws IOException {
        home(Databases.freshInMemory());
        byte[] copy = Files.readAllBytes(home.home().sealed(closed.digest()));
        home.clock().advance(Duration.ofDays(400));
        retention().erase(YEAR, () -> true);

        Files.write(home.home().sealed(closed.digest()), copy);

        assertThat(differences())
                .containsExactly("file " + closed.id() + ": its sealed copy is there, though its content was erased on"
                        + " 2024-04-04 by rule: content older than P1Y");
        assertThat(retention().eraseAgain(() -> true).copies()).isEqualTo(1);
        assertThat(differences()).isEmpty();
    }

    @Test
    void bytes_that_were_sent_again_stay_until_the_last_delivery_of_them_is_old_enough() throws IOException {
        home(Databases.freshInMemory());
        home.clock().advance(Duration.ofDays(300));
        LedgerFile again = home.repeats(closed, BclFiles.WORKED);
        home.clock().advance(Duration.ofDays(100));

        assertThat(retention().erase(YEAR, () -> true).copies()).isEqualTo(1);
        assertThat(home.home().sealed(again.digest())).exists();
        assertThat(differences()).isEmpty();

        home.clock().advance(Duration.ofDays(300));
        assertThat(retention().erase(YEAR, () -> true).copies()).isEqualTo(1);
        assertThat(home.home().sealed(again.digest())).doesNotExist();
        assertThat(differences()).isEmpty();
    }

    @Test
    void files_that_are_not_answered_are_never_erased() throws IOException {
        home(Databases.freshInMemory());
        LedgerFile taken = home.take("XYZ", "XYZ01.PN000044.BCL", BclFiles.enquiries(44, 20, 1));
        LedgerFile paused = home.open(home.take("XYZ", "XYZ01.PN000045.BCL", BclFiles.enquiries(45, 30, 2)));
        home.decideSome(paused, ordinal -> accepted(), 1);
        home.clock().advance(Duration.ofDays(4000));

        retention().erase(Rules.all(Period.ofDays(1), true), () -> true);

        assertThat(home.home().sealed(taken.digest())).exists();
        assertThat(home.home().sealed(paused.digest())).exists();
        assertThat(home.jdbc().queryForObject("select count(*) from contact_record", Long.class))
                .isPositive();
        assertThat(differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void quarantine_is_erased_and_what_lies_twice_under_one_name_stays_for_the_later(Databases databases)
            throws IOException {
        home(databases.fresh());
        Path one = quarantine("one");
        Path two = quarantine("two");
        home.clock().advance(Duration.ofDays(300));
        quarantine("two");
        home.clock().advance(Duration.ofDays(100));
        Rules rules = new Rules(null, null, Period.ofYears(1), false);

        assertThat(retention().rehearse(rules).quarantined()).isEqualTo(2);
        assertThat(retention().erase(rules, () -> true).quarantined()).isEqualTo(2);

        assertThat(one).doesNotExist();
        assertThat(two).exists();
        assertThat(home.operators().quarantine()).hasSize(1);
        assertThat(home.home().sealed(closed.digest())).exists();
        assertThat(differences()).isEmpty();
    }

    @Test
    void answers_that_were_collected_go_by_a_period_of_their_own_and_only_the_bytes_that_were_answered()
            throws IOException {
        home(Databases.freshInMemory());
        collect(closed);
        Files.writeString(home.home().outbound("XYZ").resolve("XYZ01.PN000077.BCR"), "not ours");
        home.clock().advance(Duration.ofDays(40));
        LedgerFile later = home.answered("XYZ", "XYZ01.PN000044.BCL", BclFiles.enquiries(44, 20, 1), accepted());
        collect(later);
        Rules rules = new Rules(null, Period.ofDays(30), null, false);

        assertThat(retention().erase(rules, () -> true)).isEqualTo(new Erasing(0, 0, 0, 1, 0, 0, true));

        assertThat(home.answerOf(closed)).doesNotExist();
        assertThat(home.answerOf(later)).exists();
        assertThat(home.home().outbound("XYZ").resolve("XYZ01.PN000077.BCR")).exists();
        assertThat(home.home().sealed(closed.digest())).exists();
    }

    @Test
    void a_stop_leaves_the_rest_to_the_next_call() throws IOException {
        home(Databases.freshInMemory());
        home.clock().advance(Duration.ofDays(400));

        Erasing stopped = retention().erase(YEAR, () -> false);

        assertThat(stopped.complete()).isFalse();
        assertThat(retention().erase(YEAR, () -> true).files()).isEqualTo(2);
    }

    @Test
    void a_line_that_a_power_loss_cut_short_does_not_count() throws IOException {
        home(Databases.freshInMemory());
        home.clock().advance(Duration.ofDays(400));
        retention().erase(YEAR, () -> true);
        Path file = home.home().erased().resolve("202404.erased");

        Files.writeString(file, "77\tFILE\t9\tabc", StandardOpenOption.APPEND);
        assertThat(retention().cameBack()).isFalse();

        LedgerFile more = home.answered("XYZ", "XYZ01.PN000044.BCL", BclFiles.enquiries(44, 20, 1), accepted());
        home.clock().advance(Duration.ofDays(10));
        retention().erase(Rules.all(Period.ofDays(1), true), () -> true);
        assertThat(Files.readString(file)).contains("FILE\t" + more.id() + "\t" + more.digest());
        assertThat(retention().cameBack()).isFalse();
    }

    @Test
    void a_disk_that_fails_is_told_and_what_is_left_is_finished_later() throws IOException {
        home(Databases.freshInMemory());
        home.clock().advance(Duration.ofDays(400));
        Files.writeString(home.home().erased(), "a file in the place of the folder");

        assertThatThrownBy(() -> retention().erase(YEAR, () -> true)).isInstanceOf(IOException.class);
        assertThat(home.home().sealed(closed.digest())).exists();

        Files.delete(home.home().erased());
        assertThat(retention().erase(YEAR, () -> true).files()).isEqualTo(2);
        assertThat(differences()).isEmpty();
    }

    private void home(TestDatabase database) {
        home = new LedgerHome(database, folder);
        fill();
    }

    /** One file with contacts that are closed by now, and one that was rejected whole. */
    private void fill() {
        closed = home.answered(
                "XYZ", "XYZ01.PN000042.BCL", BclFiles.WORKED, accepted(), accepted(), rejected(Reason.MPR00002, 4));
        rejected = home.rejectedWhole("XYZ", "XYZ01.PN000042.BCL", "other", Reason.FIL00011);
        for (long crn : List.of(FIRST, FIRST + 1)) {
            home.database()
                    .transactions()
                    .executeWithoutResult(status -> new Resolution(home.jdbc())
                            .change(
                                    List.of(new StatusChange(crn, ContactStatus.AACA, ContactStatus.CCVA, "done")),
                                    "cdsp",
                                    home.clock().now()));
        }
    }

    private void collect(LedgerFile file) throws IOException {
        Path answer = home.answerOf(file);
        Files.setLastModifiedTime(answer, FileTime.from(home.clock().now()));
        home.answers()
                .collected("XYZ", answer.getFileName().toString(), home.clock().now());
    }

    private Path quarantine(String name) throws IOException {
        Path file = Files.createDirectories(home.home().quarantine()).resolve(name);
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        Files.write(file, bytes);
        home.operators()
                .quarantined(new Quarantined(
                        "QQQ",
                        name,
                        name,
                        Bytes.sha256(bytes),
                        bytes.length,
                        "test",
                        home.clock().now()));
        return file;
    }

    private Reconciled reconciled;

    private List<String> differences() {
        List<String> texts = new ArrayList<>();
        Books books = new Books(home.home(), home.jdbc(), home.files(), home.outcomes());
        reconciled = new Reconciliation(books, home.database().transactionManager())
                .run(difference -> texts.add(difference.text()), (files, of) -> true);
        return texts;
    }

    private Retention retention() {
        return retention(home.database().transactions());
    }

    private Retention retention(TransactionTemplate transactions) {
        return new Retention(home.home(), home.jdbc(), transactions, home.clock());
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Dies before or after one of its transactions: odd moments before, even ones after the commit. */
    private static final class Dying extends TransactionTemplate {
        private static final long serialVersionUID = 1L;
        private final TransactionTemplate real;
        private int left;

        Dying(TransactionTemplate real, int moment) {
            super(real.getTransactionManager(), (TransactionDefinition) real);
            this.real = real;
            this.left = moment;
        }

        @Override
        public <T> T execute(TransactionCallback<T> action) {
            die();
            T result = real.execute(action);
            die();
            return result;
        }

        private void die() {
            if (--left == 0) {
                throw new Killed();
            }
        }
    }
}
