package bcl.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import bcl.intake.IntakeReport.Taken;
import bcl.intake.IntakeReport.Waiting;
import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.ledger.Notice;
import bcl.ledger.Quarantined;
import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

class IntakeTest {
    private static final String CONTENT = TestHome.content("one");

    @TempDir
    Path temp;

    private TestDatabase database;
    private TestHome home;

    @BeforeEach
    void open() throws IOException {
        database = Databases.H2.fresh();
        home = new TestHome(temp.resolve("home"), database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_complete_file_is_sealed_recorded_and_leaves_inbound() throws Exception {
        home.lay("ABC", "ABC01.PN000001.BCL", CONTENT);

        IntakeReport report = home.takeAll();

        LedgerFile file = home.ledgers.files().all().get(0);
        assertThat(report.taken())
                .containsExactly(
                        new Taken(file.id(), "ABC", "ABC01.PN000001.BCL", TestHome.digest(CONTENT), CONTENT.length()));
        assertThat(file.state()).isEqualTo(FileState.TAKEN);
        assertThat(file.receivedAt()).isEqualTo(TestHome.NOW);
        assertThat(home.sealed(CONTENT)).isEqualTo(CONTENT);
        assertThat(home.leftOver()).isEmpty();
        assertThat(home.claims()).isEmpty();
    }

    @Test
    void a_sealed_copy_is_readable_by_the_engine_alone_and_writable_by_nobody() throws Exception {
        home.lay("ABC", "ABC01.PN000001.BCL", CONTENT);

        home.takeAll();

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home.home.sealed(TestHome.digest(CONTENT)))))
                .isEqualTo("r--------");
    }

    @Test
    void files_of_one_look_are_numbered_by_name() throws Exception {
        List<String> names = new ArrayList<>();
        for (int i = 60; i > 0; i--) {
            names.add(0, "ABC01.PN0000%02d.BCL".formatted(i));
            home.lay("ABC", names.get(0), TestHome.content("file " + i));
        }
        IntakeSettings small = new IntakeSettings(Duration.ZERO, Duration.ofHours(1), 4, 7, 1 << 20);

        IntakeReport report = home.intake(small, home.ledgers, new LocalDisk()).takeAll();

        assertThat(report.taken()).extracting(Taken::name).containsExactlyElementsOf(names);
        assertThat(home.ledgers.files().all()).extracting(LedgerFile::name).containsExactlyElementsOf(names);
    }

    @Test
    void the_same_file_sent_again_is_another_delivery_of_the_same_copy() throws Exception {
        home.lay("ABC", "ABC01.PN000001.BCL", CONTENT);
        home.takeAll();
        home.lay("ABC", "ABC01.PN000001.BCL", CONTENT);

        home.takeAll();

        assertThat(home.ledgers.files().byName("ABC01.PN000001.BCL")).hasSize(2);
        assertThat(home.leftOver()).isEmpty();
    }

    @Test
    void what_a_sender_writes_later_into_the_file_does_not_reach_our_copy() throws Exception {
        Path file = home.lay("ABC", "ABC01.PN000001.BCL", CONTENT);
        try (OutputStream sender = Files.newOutputStream(file, java.nio.file.StandardOpenOption.APPEND)) {
            home.takeAll();
            sender.write("more".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }

        assertThat(home.sealed(CONTENT)).isEqualTo(CONTENT);
        assertThat(home.leftOver()).isEmpty();
    }

    @Test
    void a_file_that_changes_while_it_is_copied_is_left_for_later() throws Exception {
        Path file = home.lay("ABC", "ABC01.PN000001.BCL", CONTENT);
        Disk meddled = new MeddledDisk(() -> Files.writeString(file, CONTENT + "x"));

        IntakeReport report =
                home.intake(IntakeSettings.defaults(), home.ledgers, meddled).takeAll();

        assertThat(report.taken()).isEmpty();
        assertThat(report.waiting()).extracting(Waiting::name).containsExactly("ABC01.PN000001.BCL");
        assertThat(home.leftOver()).containsExactly("sftp/ABC/inbound/ABC01.PN000001.BCL");
        assertThat(file).hasContent(CONTENT + "x");
        assertThat(home.ledgers.files().all()).isEmpty();
    }

    @Test
    void a_copy_that_is_erased_before_its_new_file_is_recorded_is_sealed_anew() throws Exception {
        home.lay("ABC", "ABC01.PN000001.BCL", CONTENT);
        home.takeAll();
        home.lay("ABC", "ABC01.PN000002.BCL", CONTENT);
        Path copy = home.home.sealed(TestHome.digest(CONTENT));
        TransactionTemplate erasing =
                new TransactionTemplate(home.ledgers.transaction().getTransactionManager()) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public <T> T execute(TransactionCallback<T> action) {
                        assertThat(copy.toFile().delete()).isTrue();
                        return super.execute(action);
                    }
                };
        IntakeLedgers meddled =
                new IntakeLedgers(home.ledgers.files(), home.ledgers.operators(), home.ledgers.claims(), erasing);

        IntakeReport report =
                home.intake(IntakeSettings.defaults(), meddled, new LocalDisk()).takeAll();

        assertThat(report.taken()).isEmpty();
        assertThat(report.failures()).hasSize(1);
        assertThat(home.takeAll().taken()).extracting(Taken::name).containsExactly("ABC01.PN000002.BCL");
        assertThat(copy).hasContent(CONTENT);
    }

    @Test
    void a_file_that_vanishes_is_as_if_it_never_came() throws Exception {
        Path file = home.lay("ABC", "ABC01.PN000001.BCL", CONTENT);
        Disk meddled = new MeddledDisk(() -> Files.delete(file));

        IntakeReport report =
                home.intake(IntakeSettings.defaults(), home.ledgers, meddled).takeAll();

        assertThat(report).isEqualTo(new IntakeReport(List.of(), List.of(), List.of(), List.of()));
        assertThat(home.leftOver()).isEmpty();
    }

    @Test
    void a_full_disk_leaves_the_file_with_its_sender_and_keeps_no_other_back() throws Exception {
        home.lay("ABC", "ABC01.PN000001.BCL", CONTENT);
        home.lay("ABC", "ABC01.PN000002.BCL", TestHome.content("two"));
        Disk full = new MeddledDisk(() -> {
            throw new IOException("No space left on device");
        });

        IntakeReport report = home.intake(
                        new IntakeSettings(Duration.ZERO, Duration.ZERO, 1, 10, 100), home.ledgers, full)
                .takeAll();

        assertThat(report.taken()).extracting(Taken::name).containsExactly("ABC01.PN000002.BCL");
        assertThat(report.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.name()).isEqualTo("ABC01.PN000001.BCL");
            assertThat(failure.cause()).hasMessage("No space left on device");
            assertThat(failure.nextStep()).isNotEmpty();
        });
        assertThat(home.leftOver()).containsExactly("sftp/ABC/inbound/ABC01.PN000001.BCL");
    }

    @Test
    void unfinished_and_hidden_names_are_not_looked_at() throws Exception {
        for (String name : List.of(".hidden", "a.tmp", "a.part", "a.filepart", ".ABC01.PN000001.BCL")) {
            home.lay("ABC", name, CONTENT);
        }

        IntakeReport report = home.takeAll();

        assertThat(report.taken()).isEmpty();
        assertThat(report.waiting()).isEmpty();
        assertThat(home.leftOver()).hasSize(5);
    }

    @Test
    void the_folder_of_nobody_goes_to_quarantine() throws Exception {
        home.lay("QQQ", "x .. etc passwd", CONTENT);

        IntakeReport report = home.takeAll();

        Quarantined row = home.ledgers.operators().quarantine().get(0);
        assertThat(report.quarantined()).containsExactly(row);
        assertThat(row.folder()).isEqualTo("QQQ");
        assertThat(row.name()).isEqualTo("x .. etc passwd");
        assertThat(row.storedAs()).endsWith("-x_.._etc_passwd");
        assertThat(home.home.quarantine().resolve(row.storedAs())).hasContent(CONTENT);
        assertThat(home.ledgers.operators().notices("QUARANTINE"))
                .singleElement()
                .extracting(Notice::subject)
                .isEqualTo("QQQ/x .. etc passwd");
        assertThat(home.ledgers.files().all()).isEmpty();
        assertThat(home.leftOver()).isEmpty();
    }

    @Test
    void links_and_pipes_go_to_quarantine_and_are_never_opened() throws Exception {
        Path secret = Files.writeString(temp.resolve("secret"), CONTENT);
        Path inbound = home.home.inbound("ABC");
        Files.createSymbolicLink(inbound.resolve("ABC01.PN000001.BCL"), secret);
        assertThat(new ProcessBuilder("mkfifo", inbound.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        Files.createDirectory(inbound.resolve("folder"));

        IntakeReport report = home.takeAll();
        home.takeAll();

        assertThat(report.taken()).isEmpty();
        assertThat(report.quarantined()).extracting(Quarantined::name).containsExactly("ABC01.PN000001.BCL", "pipe");
        assertThat(home.ledgers.operators().quarantine())
                .hasSize(2)
                .allSatisfy(row -> assertThat(
                                Files.exists(home.home.quarantine().resolve(row.storedAs()), LinkOption.NOFOLLOW_LINKS))
                        .isTrue());
        assertThat(home.ledgers.operators().notices("NOT_A_FILE"))
                .singleElement()
                .extracting(Notice::subject)
                .isEqualTo("ABC/folder");
        assertThat(secret).hasContent(CONTENT);
        assertThat(inbound.resolve("folder")).isDirectory();
    }

    @Test
    void a_device_goes_to_quarantine_and_is_never_opened() throws Exception {
        Path device = home.home.inbound("ABC").resolve("ABC01.PN000001.BCL");
        // /dev/full: a read never ends, a write fails.
        assumeThat(new ProcessBuilder("mknod", device.toString(), "c", "1", "7")
                        .start()
                        .waitFor())
                .as("only root can make a device")
                .isZero();

        IntakeReport report = home.takeAll();

        assertThat(report.failures()).isEmpty();
        assertThat(report.taken()).isEmpty();
        assertThat(report.quarantined()).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("ABC01.PN000001.BCL");
            assertThat(Files.readAttributes(home.home.quarantine().resolve(row.storedAs()), BasicFileAttributes.class)
                            .isOther())
                    .isTrue();
        });
        assertThat(device).doesNotExist();
    }

    @Test
    void a_linked_folder_is_not_followed() throws Exception {
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere/inbound"));
        Files.writeString(elsewhere.resolve("ABC01.PN000001.BCL"), CONTENT);
        Files.createSymbolicLink(home.home.sftp().resolve("LNK"), elsewhere.getParent());

        IntakeReport report = home.takeAll();

        assertThat(report.quarantined()).isEmpty();
        assertThat(elsewhere.resolve("ABC01.PN000001.BCL")).exists();
        assertThat(home.ledgers.operators().notices("NOT_A_FILE")).hasSize(1);
    }

    @Test
    void any_name_can_be_taken_whatever_its_bytes() throws Exception {
        Path inbound = home.home.inbound("ABC");
        String make = "cd \"$0\"; n=$(printf 'caf\\303\\251 \\377\\376\\342\\202.\\n\\033x'); printf 'Z99,0' > \"$n\";"
                + " printf 'Z99,1' > \"$(printf 'A%254s' x)\"; touch -d '2 days ago' -- *";
        assertThat(new ProcessBuilder("sh", "-c", make, inbound.toString())
                        .start()
                        .waitFor())
                .isZero();
        home.now = java.time.Instant.now().plusSeconds(7200);

        IntakeReport report = home.takeAll();

        assertThat(report.failures()).isEmpty();
        assertThat(report.taken())
                .extracting(Taken::name)
                .containsExactly("A" + " ".repeat(253) + "x", "caf\u00E9 \uFFFD\uFFFD\uFFFD\uFFFD.\n\u001Bx");
        assertThat(home.leftOver()).isEmpty();
    }

    @Test
    void a_missing_outbound_of_a_known_organisation_is_made() throws Exception {
        Files.delete(home.home.outbound("XYZ"));
        Files.delete(home.home.inbound("XYZ"));

        home.takeAll();

        assertThat(home.home.outbound("XYZ")).isDirectory();
        assertThat(home.home.inbound("XYZ")).isDirectory();
    }

    @Test
    void an_altered_copy_of_the_same_bytes_is_put_right_and_told() throws Exception {
        home.lay("ABC", "ABC01.PN000001.BCL", CONTENT);
        home.takeAll();
        Path sealed = home.home.sealed(TestHome.digest(CONTENT));
        Files.delete(sealed);
        Files.writeString(sealed, CONTENT.replace("one", "two"));
        SealedCopies copies = new SealedCopies(home.home);
        assertThat(copies.check(TestHome.digest(CONTENT))).isInstanceOf(SealedCopy.Altered.class);

        home.lay("ABC", "ABC01.PN000001.BCL", CONTENT);
        home.takeAll();

        assertThat(copies.check(TestHome.digest(CONTENT))).isEqualTo(new SealedCopy.Whole(sealed, CONTENT.length()));
        assertThat(copies.check(TestHome.digest("never"))).isInstanceOf(SealedCopy.Missing.class);
        assertThat(home.ledgers.operators().notices("SEALED_COPY_RESTORED")).hasSize(1);
    }

    @Test
    void two_intakes_at_once_take_each_file_once() throws Exception {
        for (int i = 1; i <= 99; i++) {
            home.lay("ABC", "ABC01.PN0000%02d.BCL".formatted(i), TestHome.content("file " + i));
        }
        List<Throwable> errors = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Thread> both = List.of(taker(errors), taker(errors));

        both.forEach(Thread::start);
        for (Thread thread : both) {
            thread.join();
        }

        assertThat(errors).isEmpty();
        assertThat(home.ledgers.files().all())
                .hasSize(99)
                .extracting(LedgerFile::name)
                .doesNotHaveDuplicates();
        assertThat(home.leftOver()).isEmpty();
    }

    @Test
    void a_claim_that_cannot_be_cleared_away_is_told_and_keeps_nothing_back() throws Exception {
        Path foreign = Claims.root(home.home).resolve("00000000-0000-0000-0000-000000000000/ABC/name/in/the/way");
        Files.createDirectories(foreign);
        home.ledgers.claims().record("00000000-0000-0000-0000-000000000000", TestHome.NOW);
        home.lay("ABC", "ABC01.PN000001.BCL", CONTENT);

        IntakeReport report = home.takeAll();

        assertThat(report.taken()).hasSize(1);
        assertThat(report.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.nextStep()).contains("00000000-0000-0000-0000-000000000000"));
    }

    @Test
    void a_claimed_file_whose_folder_was_removed_is_told_until_the_folder_is_back() throws Exception {
        Path held = Claims.root(home.home).resolve("00000000-0000-0000-0000-000000000000/QQQ/QQQ01.PN000001.BCL");
        Files.createDirectories(Claims.parent(held));
        Files.move(home.lay("ABC", "QQQ01.PN000001.BCL", CONTENT), held);

        assertThat(home.takeAll().failures())
                .singleElement()
                .extracting(IntakeFailure::folder, IntakeFailure::name)
                .containsExactly("QQQ", "QQQ01.PN000001.BCL");

        Files.createDirectories(home.home.inbound("QQQ"));
        assertThat(home.takeAll().quarantined()).hasSize(1);
        assertThat(home.leftOver()).isEmpty();
        assertThat(home.claims()).isEmpty();
    }

    @Test
    void old_decisions_about_claims_are_forgotten() throws Exception {
        home.lay("ABC", "ABC01.PN000001.BCL", CONTENT);
        home.takeAll();
        home.now = TestHome.NOW.plus(Duration.ofDays(8));

        home.takeAll();

        assertThat(database.jdbc()
                        .sql("select count(*) from intake_claim")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Thread taker(List<Throwable> errors) {
        return new Thread(() -> {
            try {
                home.takeAll();
            } catch (InterruptedException | RuntimeException e) {
                errors.add(e);
            }
        });
    }
}
