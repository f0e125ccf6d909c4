package bcl.interventions;

import static bcl.testsupport.LedgerHome.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.commands.ExitCode;
import bcl.commands.ResolveRequest;
import bcl.commands.UsageException;
import bcl.contacts.Contact;
import bcl.testsupport.BclFiles;
import bcl.testsupport.Databases;
import bcl.testsupport.LedgerHome;
import bcl.testsupport.Sessions;
import bcl.wire.ContactStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResolveHandlerTest {
    private static final long FIRST = 5_000_000_001L;
    private static final int CONTACTS = 2500;

    @TempDir
    Path folder;

    private LedgerHome home;
    private Sessions sessions;

    @AfterEach
    void close() {
        home.close();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_new_status_is_recorded_with_its_reason_and_who_reported_it(Databases databases) {
        home(databases);

        ExitCode exit = resolve(FIRST, ContactStatus.CCVA, "address changed");

        assertThat(exit).isEqualTo(ExitCode.DONE);
        assertThat(sessions.out()).isEqualTo("5000000001: AACA -> CCVA, closed valid" + System.lineSeparator());
        assertThat(home.search().history(FIRST)).last().satisfies(event -> {
            assertThat(event.to()).isEqualTo(ContactStatus.CCVA);
            assertThat(event.reason()).isEqualTo("address changed");
            assertThat(event.actor()).isEqualTo(System.getProperty("user.name"));
        });
        assertThat(actions()).containsExactly("resolve 5000000001: address changed: AACA -> CCVA");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_same_status_again_is_done_and_records_nothing(Databases databases) {
        home(databases);
        resolve(FIRST, ContactStatus.CCIV, "no such address");

        ExitCode exit = resolve(FIRST, ContactStatus.CCIV, "no such address");

        assertThat(exit).isEqualTo(ExitCode.DONE);
        assertThat(sessions.out()).contains("5000000001 is CCIV already; nothing was recorded");
        assertThat(home.search().history(FIRST)).hasSize(2);
        assertThat(actions()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_closed_contact_stays_closed(Databases databases) {
        home(databases);
        resolve(FIRST, ContactStatus.CCVA, "done");

        assertThatThrownBy(() -> resolve(FIRST, ContactStatus.CCIV, "or not"))
                .isInstanceOf(UsageException.class)
                .hasMessage("5000000001 is CCVA, closed valid, and stays so; nothing was done");

        assertThat(status(FIRST)).isEqualTo(ContactStatus.CCVA);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_unknown_crn_is_refused(Databases databases) {
        home(databases);

        assertThatThrownBy(() -> resolve(4_000_000_001L, ContactStatus.CCIV, "gone"))
                .isInstanceOf(UsageException.class)
                .hasMessage("No contact has the CRN 4000000001; nothing was done");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_file_resolves_many_and_can_be_given_again(Databases databases) throws IOException {
        home(databases);
        StringBuilder text = new StringBuilder("crn,status,reason\r\n");
        for (int i = 0; i < CONTACTS; i++) {
            text.append(FIRST + i).append(",CCVA,\"closed, as reported\"\r\n");
        }
        Path file = write("\uFEFF" + text);

        ExitCode first = resolve(file);
        ExitCode second = resolve(file);

        assertThat(List.of(first, second)).containsOnly(ExitCode.DONE);
        assertThat(sessions.out()).contains("0 contacts changed, 2500 had their status already");
        assertThat(home.jdbc()
                        .queryForObject(
                                "select count(*) from contact_event where reason = 'closed, as reported'", Long.class))
                .isEqualTo(CONTACTS);
        assertThat(status(FIRST + CONTACTS - 1)).isEqualTo(ContactStatus.CCVA);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void every_bad_line_is_named_and_nothing_is_done(Databases databases) throws IOException {
        home(databases);
        Path file = write("""
                crn,status,reason
                5000000001,CCVA,right
                500000001,CCVA,a digit is missing
                5000000002,CLOSED,no status

                5000000003,CCVA
                5000000003,CCVA,
                5000000001,CCIV,named twice
                "5000000004","SVDN","two
                lines"
                """);

        assertThatThrownBy(() -> resolve(file))
                .isInstanceOf(UsageException.class)
                .hasMessageContainingAll(
                        "line 3: '500000001' is no CRN: 10 digits are expected",
                        "line 4: 'CLOSED' is no status",
                        "line 6: 2 fields, 3 are expected",
                        "line 7: reason needs a reason",
                        "line 8: 5000000001 is on line 2 already",
                        "line 9: reason: a reason is one line");

        assertThat(status(FIRST)).isEqualTo(ContactStatus.AACA);
        assertThat(actions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void unknown_and_closed_contacts_of_a_file_are_named_and_nothing_is_done(Databases databases) throws IOException {
        home(databases);
        resolve(FIRST + 1, ContactStatus.CCIV, "closed before");
        Path file = write("crn,status,reason\n5000000001,ATCA,a\n5000000002,ATCA,b\n4000000001,ATCA,c");

        assertThatThrownBy(() -> resolve(file))
                .isInstanceOf(UsageException.class)
                .hasMessageContainingAll(
                        "line 3: 5000000002 is CCIV, closed invalid, and stays so",
                        "line 4: No contact has the CRN 4000000001");

        assertThat(status(FIRST)).isEqualTo(ContactStatus.AACA);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_file_that_cannot_be_read_is_refused(Databases databases) throws IOException {
        home(databases);
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, "crn,status,reason\n5000000001,ATCA,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(folder.resolve("none.csv"), "is not there");
        assertRefused(folder, "is no file");
        assertRefused(latin, "is not in UTF-8");
        assertRefused(write(""), "does not begin with the line crn,status,reason");
        assertRefused(write("5000000001,ATCA,no header\n"), "does not begin with the line crn,status,reason");
        assertRefused(write("crn,status,reason\n5000000001,ATCA,\"open\n"), "line 2: its quotes are not closed");
        assertRefused(write("crn,status,reason\n5000000001,ATCA,\"a\" b\n"), "line 2: its quotes are not closed");
        assertThat(status(FIRST)).isEqualTo(ContactStatus.AACA);
    }

    private void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> resolve(file))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(why);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("resolved.csv"), text);
    }

    private ExitCode resolve(long crn, ContactStatus status, String reason) {
        return resolve(new ResolveRequest.One(crn, status, reason));
    }

    private ExitCode resolve(Path file) {
        return resolve(new ResolveRequest.Many(file));
    }

    private ExitCode resolve(ResolveRequest.Source source) {
        sessions = new Sessions(folder);
        return new ResolveHandler(home.jdbc(), home.operators(), home.database().transactions(), home.clock())
                .handle(new ResolveRequest(folder, source), sessions.session());
    }

    private ContactStatus status(long crn) {
        return home.search().byCrn(crn).map(Contact::status).orElseThrow();
    }

    private List<String> actions() {
        return home.jdbc()
                .query(
                        "select verb, subject, reason, result from operator_action order by id",
                        (row, i) -> row.getString(1) + " " + row.getString(2) + ": " + row.getString(3) + ": "
                                + row.getString(4));
    }

    private void home(Databases databases) {
        home = new LedgerHome(databases.fresh(), folder);
        home.answered(
                "XYZ", "XYZ01.PN000042.BCL", BclFiles.enquiries(42, 0, CONTACTS), ordinal -> accepted(), CONTACTS);
    }
}
