package bcl.reconciliation;

import static bcl.testsupport.LedgerHome.accepted;
import static bcl.testsupport.LedgerHome.rejected;
import static bcl.testsupport.LedgerHome.repeated;
import static org.assertj.core.api.Assertions.assertThat;

import bcl.contacts.Resolution;
import bcl.contacts.StatusChange;
import bcl.ledger.LedgerFile;
import bcl.ledger.StreamLedger;
import bcl.testsupport.BclFiles;
import bcl.testsupport.Databases;
import bcl.testsupport.LedgerHome;
import bcl.wire.ContactStatus;
import bcl.wire.Reason;
import bcl.wire.StreamName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconciliationTest {
    private static final long FIRST = 5_000_000_001L;

    @TempDir
    Path folder;

    private LedgerHome home;
    private LedgerFile worked;
    private LedgerFile second;
    private Reconciled result;

    @AfterEach
    void close() {
        home.close();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_home_in_which_all_is_well_adds_up(Databases databases) {
        home(databases);

        assertThat(differences()).isEmpty();
        assertThat(result).isEqualTo(new Reconciled(7, 2, 0, 6, 7, 4, 4, 0, 0, true));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void work_in_progress_is_no_difference(Databases databases) {
        home(databases);
        LedgerFile open = home.open(home.take("XYZ", "XYZ01.PN000050.BCL", BclFiles.enquiries(50, 500, 40)));
        home.decideSome(open, ordinal -> accepted(), 30);
        home.files().pause(open);

        assertThat(differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_a_night_and_an_operator_commit_meanwhile_is_no_difference(Databases databases) {
        home(databases);
        List<String> texts = new ArrayList<>();

        Reconciled beside = reconciliation().run(difference -> texts.add(difference.text()), (files, of) -> {
            if (files == 1) {
                CompletableFuture.runAsync(() -> {
                            home.answered("XYZ", "XYZ01.PN000060.BCL", BclFiles.enquiries(60, 600, 1), accepted());
                            resolve(FIRST + 1, ContactStatus.AACA, ContactStatus.CCIV);
                        })
                        .join();
            }
            return true;
        });

        assertThat(texts).isEmpty();
        assertThat(beside.files()).isEqualTo(7);
        assertThat(differences()).isEmpty();
        assertThat(result.files()).isEqualTo(8);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void answers_that_were_collected_are_no_difference(Databases databases) throws IOException {
        home(databases);

        Files.delete(home.answerOf(worked));

        assertThat(differences()).isEmpty();
        assertThat(result.answers()).isEqualTo(4);
        assertThat(result.inOutbound()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void statuses_that_were_reported_are_no_difference(Databases databases) {
        home(databases);

        resolve(FIRST + 1, ContactStatus.AACA, ContactStatus.ATCA);
        resolve(FIRST + 1, ContactStatus.ATCA, ContactStatus.CCVA);

        assertThat(differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_changed_outcome_is_found_with_its_line(Databases databases) {
        home(databases);

        sql("update outcome set kind = 'RJ', crn = null, status = null, findings = '7.4.MPR00003=L01;'"
                + " where file_id = " + worked.id() + " and line = 7");

        assertThat(differences())
                .contains("file " + worked.id()
                        + ": its totals are 2 accepted, 1 rejected, 0 repeated, but its outcomes are"
                        + " 1 accepted, 2 rejected, 0 repeated")
                .contains("file " + worked.id() + ", line 7: contact 5000000002 exists, but its line was not accepted")
                .anyMatch(text -> text.contains("its answer XYZ01.PN000001.BCR cannot be made again"));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_outcome_that_is_lost_and_one_too_many_are_found(Databases databases) {
        home(databases);

        sql("update outcome set line = 10 where file_id = " + worked.id() + " and line = 9");

        assertThat(differences())
                .contains(
                        "file " + worked.id() + ", line 9: a contact without an outcome",
                        "file " + worked.id() + ", line 10: an outcome where no contact begins");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_reason_that_was_changed_is_found_by_its_answer(Databases databases) {
        home(databases);

        sql("update outcome set findings = '9.4.MPR00003=L01;' where file_id = " + worked.id() + " and line = 9");

        assertThat(differences())
                .anyMatch(text -> text.contains("made again, its answer XYZ01.PN000001.BCR has other bytes"))
                .anyMatch(text -> text.contains("the counts of its reasons are {MPR00002=1}"));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_accepted_contact_with_a_reason_for_rejection_is_found(Databases databases) {
        home(databases);

        sql("update outcome set findings = '2.4.MPR00003=L01;' where file_id = " + worked.id() + " and line = 2");

        assertThat(differences())
                .contains("file " + worked.id() + ", line 2: its reasons or status do not belong to AC");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_missing_event_is_found(Databases databases) {
        home(databases);
        resolve(FIRST, ContactStatus.AACA, ContactStatus.ATCA);
        resolve(FIRST, ContactStatus.ATCA, ContactStatus.SVDN);

        sql("delete from contact_event where crn = 5000000001 and sequence = 2");
        sql("delete from contact_event where crn = 5000000002");

        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "file " + worked.id() + ", line 2: contact 5000000001 has a history that breaks at event 2",
                        "file " + worked.id() + ", line 7: contact 5000000002 has no events");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_status_without_an_event_is_found(Databases databases) {
        home(databases);

        sql("update contact set status = 'CCVA' where crn = 5000000002");

        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "file " + worked.id() + ", line 7: contact 5000000002 is CCVA, but its last event says AACA",
                        "file " + worked.id()
                                + ", line 7: contact 5000000002 is CCVA, but is not marked so for CON00006");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_answer_with_one_byte_changed_is_found_with_its_line(Databases databases) throws IOException {
        home(databases);
        Path answer = home.answerOf(worked);
        byte[] bytes = Files.readAllBytes(answer);
        int at = new String(bytes, StandardCharsets.US_ASCII).indexOf("MPR00002");
        bytes[at + 7] = '3';

        Files.write(answer, bytes);

        assertThat(differences())
                .containsExactly("file " + worked.id()
                        + ": its answer XYZ01.PN000001.BCR in outbound/ was changed, first in line 6");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_answer_that_is_longer_or_shorter_is_found(Databases databases) throws IOException {
        home(databases);
        Path longer = home.answerOf(worked);
        Path shorter = home.answerOf(second);

        Files.writeString(longer, Files.readString(longer) + "more");
        Files.writeString(shorter, Files.readString(shorter).substring(0, 20));

        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "file " + worked.id()
                                + ": its answer XYZ01.PN000001.BCR in outbound/ was changed, first in line 9",
                        "file " + second.id()
                                + ": its answer XYZ01.PN000002.BCR in outbound/ was changed, first in line 1");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_recorded_digest_that_was_changed_is_found(Databases databases) {
        home(databases);

        sql("update answer set digest = '" + "0".repeat(64) + "' where file_id = " + worked.id());

        assertThat(differences())
                .contains("file " + worked.id()
                        + ": made again, its answer XYZ01.PN000001.BCR has other bytes than were recorded for it");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_crn_that_is_used_twice_is_found(Databases databases) {
        home(databases);

        sql("update outcome set crn = 5000000001 where file_id = " + second.id() + " and line = 4");

        assertThat(differences())
                .contains(
                        "file " + second.id() + ", line 4: accepted or repeated (AC) as contact 5000000001, but that is"
                                + " the contact of file " + worked.id()
                                + ", line 2, or of another organisation: a CRN is used once")
                .contains("file " + second.id() + ", line 4: contact 5000000005 exists, but its line was accepted as"
                        + " contact 5000000001");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_counter_that_was_put_back_is_found(Databases databases) {
        home(databases);

        sql("update crn_counter set next_crn = 5000000003");

        assertThat(differences())
                .containsExactly(
                        "the counter would hand out 5000000003 next, but CRNs up to 5000000008 are used or reserved");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void blocks_of_two_files_that_overlap_are_found(Databases databases) {
        home(databases);

        sql("update inbound_file set first_crn = 5000000003 where id = " + second.id());

        assertThat(differences())
                .contains("file " + second.id() + ": its block of CRNs begins within that of file " + worked.id());
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_lost_contact_is_found(Databases databases) {
        home(databases);

        sql("delete from contact where crn = 5000000001");

        assertThat(differences())
                .contains(
                        "file " + worked.id()
                                + ", line 2: accepted or repeated (AC) as contact 5000000001, which does not exist",
                        "contact 5000000001 has records or events, but is lost");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void changed_content_of_a_contact_is_found(Databases databases) {
        home(databases);

        sql("update contact set mprn = 1000000109, open_mprn = 1000000109 where crn = 5000000002");
        sql("update contact_record set fields = replace(fields, 'HIGH', 'LOW') where crn = 5000000001");
        sql("delete from contact_record where crn = 5000000004 and place = 2");

        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "file " + worked.id()
                                + ", line 7: contact 5000000002 has another reference, code, meter point or"
                                + " previous contact than was sent",
                        "file " + worked.id() + ", line 2: the records of contact 5000000001 are not what was sent",
                        "file " + second.id() + ", line 2: the records of contact 5000000004 are not what was sent");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_repeated_outcome_that_names_another_content_is_found(Databases databases) {
        home(databases);

        sql("update outcome set crn = 5000000002 where kind = 'RP'");

        assertThat(differences())
                .anyMatch(text -> text.endsWith("repeats contact 5000000002, which has another content"));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_sealed_copy_that_is_lost_or_altered_is_found(Databases databases) throws IOException {
        home(databases);

        Files.writeString(home.home().sealed(worked.digest()), "other");
        Files.delete(home.home().sealed(second.digest()));

        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "file " + worked.id() + ": its sealed copy was altered",
                        "file " + (worked.id() + 3) + ": its sealed copy was altered",
                        "file " + second.id() + ": its sealed copy is not in the archive");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_file_in_outbound_that_no_answer_explains_is_found(Databases databases) throws IOException {
        home(databases);

        Files.writeString(home.home().outbound("XYZ").resolve("XYZ01.PN000099.BCR"), "x");
        Files.writeString(home.home().outbound("XYZ").resolve(".XYZ01.PN000098.BCR.tmp"), "x");

        assertThat(differences())
                .containsExactly("sftp/XYZ/outbound/XYZ01.PN000099.BCR is no answer that was recorded");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void streams_that_forgot_their_numbers_are_found(Databases databases) {
        home(databases);

        sql("update stream set last_sequence = 1 where type = 'BCR' and environment = 'PN'");
        sql("update stream set last_number = 42 where type = 'BCL' and environment = 'PN'");

        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "stream XYZ01.PN.BCR stands at 1, but its answers go up to 2",
                        "stream XYZ01.PN.BCL stands at 42, but its numbers go up to 44");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_stream_that_was_reset_stands_at_what_was_used_since(Databases databases) {
        home(databases);
        home.answered("XYZ", "XYZ01.PN999999.BCL", BclFiles.enquiries(999_999, 900, 1), accepted());

        assertThat(new StreamLedger(home.jdbc())
                        .reset(StreamName.parse("XYZ01.PN.BCL").orElseThrow()))
                .isTrue();
        assertThat(differences()).isEmpty();
        home.answered("XYZ", "XYZ01.PN000001.BCL", BclFiles.enquiries(1, 950, 1), accepted());
        assertThat(differences()).isEmpty();
        sql("update stream set last_number = 0 where type = 'BCL' and environment = 'PN'");
        assertThat(differences()).containsExactly("stream XYZ01.PN.BCL stands at 0, but its numbers go up to 1");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void answers_with_a_gap_in_their_numbers_are_found(Databases databases) {
        home(databases);

        sql("update answer set sequence = 3, number = 3, name = 'XYZ01.PN000003.BCR' where file_id = " + second.id());

        assertThat(differences()).contains("the answers of XYZ01.PN.BCR jump from 1 to 3");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_answered_file_without_an_answer_is_found(Databases databases) throws IOException {
        home(databases);
        Files.delete(home.answerOf(worked));

        sql("delete from answer where file_id = " + worked.id());

        assertThat(differences()).contains("file " + worked.id() + ": it is answered, but no answer is recorded");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_test_file_that_left_a_trace_is_found(Databases databases) {
        home(databases);

        sql("update outcome set crn = 5000000001 where file_id ="
                + " (select id from inbound_file where environment = 'TN') and kind = 'AC'");

        assertThat(differences())
                .anyMatch(text -> text.endsWith("an outcome of a test file that has a CRN or a status"));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_previous_contact_that_is_not_closed_invalid_is_found(Databases databases) {
        home(databases);

        sql("update contact set previous_crn = 5000000004 where crn = 5000000005");

        assertThat(differences())
                .contains("file " + second.id() + ", line 4: contact 5000000005 follows 5000000004, which is not an"
                        + " earlier contact of the same organisation and code, closed invalid");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_stop_ends_it_between_two_files(Databases databases) {
        home(databases);

        Reconciled stopped = reconciliation().run(difference -> {}, (files, of) -> files < 3);

        assertThat(stopped.complete()).isFalse();
        assertThat(stopped.files()).isEqualTo(3);
    }

    /** Two files with contacts, one rejected whole, one that repeats the first, a test file, one half done and one just taken. */
    private void home(Databases databases) {
        home = new LedgerHome(databases.fresh(), folder);
        worked = home.answered(
                "XYZ", "XYZ01.PN000042.BCL", BclFiles.WORKED, accepted(), accepted(), rejected(Reason.MPR00002, 4));
        String again = BclFiles.WORKED.lines().skip(1).limit(5).reduce("", (all, line) -> all + line + "\n");
        second = home.answered(
                "XYZ",
                "XYZ01.PN000043.BCL",
                BclFiles.enquiries(43, 0, 2).replace("\"Z99\",4\n", again + "\"Z99\",9\n"),
                accepted(),
                accepted(),
                repeated(FIRST));
        home.rejectedWhole("XYZ", "XYZ01.PN000042.BCL", "other", Reason.FIL00011);
        home.repeats(worked, BclFiles.WORKED);
        home.answered("XYZ", "XYZ01.TN000001.BCL", BclFiles.enquiries(1, 0, 1), accepted());
        LedgerFile open = home.open(home.take("XYZ", "XYZ01.PN000044.BCL", BclFiles.enquiries(44, 10, 2)));
        home.decideSome(open, ordinal -> accepted(), 2);
        home.take("XYZ", "XYZ01.PN000045.BCL", BclFiles.enquiries(45, 20, 1));
    }

    private List<String> differences() {
        List<String> texts = new ArrayList<>();
        result = reconciliation().run(difference -> texts.add(difference.text()), (files, of) -> true);
        assertThat(result.differences()).isEqualTo(texts.size());
        return texts;
    }

    private Reconciliation reconciliation() {
        return new Reconciliation(
                new Books(home.home(), home.jdbc(), home.files(), home.outcomes()),
                home.database().transactionManager());
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

    private void sql(String statement) {
        assertThat(home.jdbc().update(statement)).isPositive();
    }
}
