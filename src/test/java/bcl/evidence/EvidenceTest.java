package bcl.evidence;

import static bcl.testsupport.LedgerHome.accepted;
import static bcl.testsupport.LedgerHome.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.contacts.Resolution;
import bcl.contacts.StatusChange;
import bcl.ledger.LedgerFile;
import bcl.testsupport.BclFiles;
import bcl.testsupport.Databases;
import bcl.testsupport.LedgerHome;
import bcl.wire.ContactStatus;
import bcl.wire.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvidenceTest {
    private static final long FIRST = 5_000_000_001L;

    @TempDir
    Path folder;

    private LedgerHome home;
    private LedgerFile worked;
    private LedgerFile many;

    @AfterEach
    void close() {
        home.close();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_was_sealed_and_not_touched_since_is_as_it_was(Databases databases) throws IOException {
        home(databases);
        Seal first = seal();
        home.clock().advance(Duration.ofDays(1));
        resolve(FIRST, ContactStatus.AACA, ContactStatus.CCIV);
        Seal second = seal();

        assertThat(differences()).isEmpty();
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.entries()).isEqualTo(4 + 2 + 30);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.entries()).isEqualTo(1);
        assertThat(second.previous()).isEqualTo(first.digest());
        assertThat(second.day()).isEqualTo(first.day().plusDays(1));
        assertThat(Files.readString(files().of(first.day()))).contains(" 36 " + first.hex());
        assertThat(ofFile(worked)).isEqualTo(first.hex());
        assertThat(ofFile(many)).isEqualTo(first.hex());
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void sealing_again_without_anything_new_makes_no_seal(Databases databases) throws IOException {
        home(databases);
        Seal first = seal();

        Seal again = seal();

        assertThat(again.hex()).isEqualTo(first.hex());
        assertThat(count("select count(*) from evidence_segment where seal is null"))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_stop_between_any_two_transactions_seals_everything_once_in_the_end(Databases databases) throws IOException {
        home(databases);
        resolve(FIRST, ContactStatus.AACA, ContactStatus.CCIV);

        for (int steps = 0; steps < 5; steps++) {
            AtomicInteger left = new AtomicInteger(steps);
            sealing().close(() -> left.getAndDecrement() > 0);
            assertThat(differences()).isEmpty();
        }

        assertThat(seal().entries()).isEqualTo(4 + 2 + 30 + 1);
        assertThat(count("select count(*) from evidence_seal")).isEqualTo(1);
        assertThat(differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void two_processes_that_seal_at_once_seal_everything_once(Databases databases) {
        home(databases);
        resolve(FIRST, ContactStatus.AACA, ContactStatus.CCIV);

        CompletableFuture.allOf(Stream.generate(
                                () -> CompletableFuture.runAsync(() -> sealing().close(() -> true)))
                        .limit(4)
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(count("select sum(entries) from evidence_seal")).isEqualTo(4 + 2 + 30 + 1);
        assertThat(differences()).isEmpty();
    }

    /** What somebody does by SQL, and what he is told then. */
    private record Change(String sql, String told) {}

    private static Change change(String sql, String told) {
        return new Change(sql, told);
    }

    private static final List<Change> CHANGES = List.of(
            change(
                    "update contact set reference = 'other' where crn = 5000000002",
                    "contact 5000000002 or its first event was changed since it was sealed"),
            change(
                    "update contact set created_at = created_at - interval '1' second where crn = 5000000001",
                    "contact 5000000001 or its first event was changed since it was sealed"),
            change(
                    "update contact_event set actor = 'me' where crn = 5000000001 and sequence = 1",
                    "contact 5000000001 or its first event was changed since it was sealed"),
            change(
                    "update contact_event set reason = 'other' where crn = 5000000001 and sequence = 2",
                    "event 2 of contact 5000000001 was changed since it was sealed"),
            change(
                    "delete from contact_event where crn = 5000000001 and sequence = 2",
                    "event 2 of contact 5000000001 was removed since it was sealed"),
            change(
                    "insert into contact_event select crn, 3, at, to_status, 'CCVA', actor, reason"
                            + " from contact_event where crn = 5000000001 and sequence = 2",
                    "event 3 of contact 5000000001 was not recorded by the engine"),
            change("delete from contact where crn = 5000000002", "contact 5000000002 was removed since it was sealed"),
            change(
                    "insert into contact (crn, organisation, file_id, line, reference, code, status,"
                            + " content_digest, created_at) select 5000000003, organisation, file_id, 12, 'new', code,"
                            + " status, content_digest, created_at from contact where crn = 5000000001",
                    "contact 5000000003 was inserted after file 1 was sealed"),
            change(
                    "update contact set crn = 5000000003 where crn = 5000000002",
                    "contact 5000000002 was removed since it was sealed"),
            change(
                    "update answer set digest = 'x' where file_id = 1",
                    "the row of the file or of its answer was changed since it was sealed"),
            change(
                    "update answer set created_at = published_at - interval '1' hour where file_id = 1",
                    "the row of the file or of its answer was changed since it was sealed"),
            change(
                    "update inbound_file set accepted = 3 where id = 1",
                    "the row of the file or of its answer was changed since it was sealed"),
            change("delete from answer where file_id = 1", "the file or its answer was removed since it was sealed"),
            change(
                    "update answer set segment = null where file_id = 1",
                    "its answer no longer names the segment in which it was sealed"),
            change(
                    "delete from evidence_event where crn = 5000000001",
                    "event 2 of contact 5000000001 was not recorded by the engine"),
            change(
                    "update evidence_segment set entries = (select entries from evidence_segment"
                            + " where seal = 2) where seal = 1",
                    "was changed: its entries do not lead to its digest"),
            change(
                    "update evidence_seal set digest = root where number = 1",
                    "seal 2 does not follow from the one before it: one of them was changed"),
            change(
                    "update evidence_seal set entries = 7 where number = 2",
                    "seal 2 was changed: its digest does not follow from its parts"),
            change("delete from evidence_seal where number = 1", "seal 1 was removed"));

    /** Each is taken back before the next one. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void every_change_by_sql_is_found_and_named(Databases databases) throws IOException {
        home(databases);
        seal();
        resolve(FIRST, ContactStatus.AACA, ContactStatus.CCIV);
        seal();
        SoftAssertions all = new SoftAssertions();

        for (Change change : CHANGES) {
            home.database().transactions().executeWithoutResult(status -> {
                sql(change.sql());
                all.assertThat(differences()).as(change.sql()).anyMatch(text -> text.contains(change.told()));
                status.setRollbackOnly();
            });
        }

        all.assertAll();
        assertThat(differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void two_contacts_that_changed_places_are_found(Databases databases) throws IOException {
        home(databases);
        seal();

        sql("update contact_event set crn = -1 where crn = 5000000001");
        sql("update contact_event set crn = 5000000001, at = at + interval '1' second where crn = 5000000002");
        sql("update contact_event set crn = 5000000002 where crn = -1");

        assertThat(differences())
                .containsExactly("1 2: contact 5000000001 or its first event was changed since it was sealed");
    }

    @Test
    void a_whole_chain_that_was_forged_is_found_by_the_digest_that_others_hold() throws IOException {
        home(Databases.H2);
        Seal honest = seal();
        sql("update contact set reference = 'other' where crn = 5000000002");
        sql("update answer set segment = null");
        sql("delete from evidence_segment");
        sql("delete from evidence_seal");
        sealing().close(() -> true);

        List<String> differences = differences();

        assertThat(differences)
                .containsExactly("the database has other digests of " + honest.day()
                        + " than were given away in evidence/20230301.digest");
        assertThat(audit().sealOf(honest.hex())).isEmpty();
        assertThatThrownBy(() -> files().write(honest.day(), () -> {})).isInstanceOf(IOException.class);
    }

    @Test
    void digests_are_written_by_several_at_once_and_what_a_kill_left_is_removed() throws Exception {
        home(Databases.H2);
        Seal seal = seal();
        Path evidence = home.home().evidence();
        Path left = Files.writeString(evidence.resolve(".20230301.digest.1.tmp"), "half");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        Callable<Boolean> writer = () -> {
            for (int i = 0; i < 50; i++) {
                Files.deleteIfExists(files().of(seal.day()));
                files().write(seal.day(), () -> {});
            }
            return true;
        };
        ExecutorService writers = Executors.newFixedThreadPool(2);
        try {
            for (Future<Boolean> each : writers.invokeAll(List.of(writer, writer))) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            writers.shutdown();
        }

        try (var files = Files.list(evidence)) {
            assertThat(files).containsExactly(files().of(seal.day()));
        }
        assertThat(differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_file_that_fills_several_segments_is_proved_as_a_whole(Databases databases) throws IOException {
        home = new LedgerHome(databases.fresh(), folder);
        home.answered("XYZ", "XYZ01.PN000001.BCL", BclFiles.enquiries(1, 0, 3), ordinal -> accepted(), 3);
        int contacts = 2 * SegmentEntries.MOST;
        many = home.answered(
                "XYZ", "XYZ01.PN000002.BCL", BclFiles.enquiries(2, 10, contacts), ordinal -> accepted(), contacts);
        Seal seal = seal();

        assertThat(seal.entries()).isEqualTo(2 + 3 + contacts);
        assertThat(count("select count(*) from evidence_segment")).isEqualTo(3);
        assertThat(ofFile(many)).isEqualTo(seal.hex());

        sql("delete from contact where crn = 5000016000");

        List<String> found = new ArrayList<>();
        audit().file(many.id(), (file, line, what) -> found.add(file + ": " + what));
        assertThat(found).containsExactly("2: contact 5000016000 was removed since it was sealed");
    }

    /** Four answers: of a file with a rejected contact, of one with many, of one that was rejected whole and of a test file. */
    private void home(Databases databases) {
        home = new LedgerHome(databases.fresh(), folder);
        worked = home.answered(
                "XYZ", "XYZ01.PN000042.BCL", BclFiles.WORKED, accepted(), accepted(), rejected(Reason.MPR00002, 4));
        many = home.answered("XYZ", "XYZ01.PN000043.BCL", BclFiles.enquiries(43, 0, 30), ordinal -> accepted(), 30);
        home.rejectedWhole("XYZ", "XYZ01.PN000042.BCL", "other", Reason.FIL00011);
        home.answered("XYZ", "XYZ01.TN000001.BCL", BclFiles.enquiries(1, 0, 1), accepted());
    }

    private Seal seal() throws IOException {
        Seal seal = sealing().close(() -> true).orElseThrow();
        files().write(seal.day(), () -> {});
        return seal;
    }

    private Sealing sealing() {
        return new Sealing(home.jdbc(), home.database().transactions(), home.clock());
    }

    private DigestFiles files() {
        return new DigestFiles(home.home().evidence(), new Seals(home.jdbc()));
    }

    private EvidenceAudit audit() {
        return new EvidenceAudit(home.jdbc(), files());
    }

    private List<String> differences() {
        List<String> found = new ArrayList<>();
        audit().whole((file, line, what) ->
                found.add((file == null ? "" : file + (line == null ? "" : " " + line) + ": ") + what));
        return found;
    }

    /** The digest under which the file lies, if nothing of it was changed. */
    private String ofFile(LedgerFile file) {
        List<String> found = new ArrayList<>();
        String digest = audit().file(file.id(), (id, line, what) -> found.add(what))
                .map(Seal::hex)
                .orElse("not sealed");
        assertThat(found).isEmpty();
        return digest;
    }

    private void resolve(long crn, ContactStatus from, ContactStatus to) {
        home.database()
                .transactions()
                .executeWithoutResult(status -> new Resolution(home.jdbc())
                        .change(
                                List.of(new StatusChange(crn, from, to, "reported")),
                                "cdsp",
                                home.clock().now()));
    }

    private long count(String sql) {
        Long number = home.jdbc().queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }

    private void sql(String statement) {
        assertThat(home.jdbc().update(statement)).isPositive();
    }
}
