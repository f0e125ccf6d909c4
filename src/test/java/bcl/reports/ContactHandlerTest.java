package bcl.reports;

import static bcl.testsupport.LedgerHome.accepted;
import static bcl.testsupport.LedgerHome.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.commands.ContactRequest;
import bcl.commands.ExitCode;
import bcl.commands.UsageException;
import bcl.contacts.Resolution;
import bcl.contacts.StatusChange;
import bcl.ledger.ErasureLedger;
import bcl.testsupport.BclFiles;
import bcl.testsupport.Databases;
import bcl.testsupport.LedgerHome;
import bcl.testsupport.Sessions;
import bcl.wire.ContactStatus;
import bcl.wire.Reason;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContactHandlerTest {
    private static final long CRN = 5_000_000_001L;

    @TempDir
    Path folder;

    private LedgerHome home;
    private Sessions sessions;

    @BeforeEach
    void open() {
        home = new LedgerHome(Databases.H2.fresh(), folder);
        sessions = new Sessions(folder);
        home.answered(
                "XYZ", "XYZ01.PN000042.BCL", BclFiles.WORKED, accepted(), accepted(), rejected(Reason.MPR00002, 4));
        change(ContactStatus.CCIV, "a\u202Eb caf\u00e9");
        home.answered(
                "XYZ",
                "XYZ01.PN000043.BCL",
                BclFiles.WORKED
                                .lines()
                                .skip(1)
                                .limit(5)
                                .reduce(
                                        "\"A00\",1234,\"BCL\",20230301,\"193000\",43\n",
                                        (all, line) -> all + line + "\n")
                                .replace(
                                        "\"SHP-0001\",\"MNC\",,\"G4A12345678901\",\"D\",,",
                                        "\"SHP-0004\",\"MNC\",,,,5000000001,")
                        + "\"Z99\",5\n",
                accepted());
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void people_see_the_contact_where_it_came_from_and_its_history() {
        ExitCode exit = handle(CRN, false);

        assertThat(exit).isEqualTo(ExitCode.DONE);
        assertThat(sessions.out().lines())
                .contains(
                        "Contact 5000000001: CCIV, closed invalid",
                        "  Organisation   XYZ",
                        "  Code           MNC, MPRN creation",
                        "  Reference      SHP-0001",
                        "  Meter point    none",
                        "  File           line 2 of file 1, XYZ01.PN000042.BCL, received 2023-03-01 19:32:07 GMT",
                        "  Answer         XYZ01.PN000001.BCR",
                        "  Followed by    5000000004",
                        "  L02",
                        "    PRINCIPAL_STREET                 HIGH STREET",
                        "    1  2023-03-01 19:32:07 GMT  AACA  by engine",
                        "    2  2023-03-01 19:32:07 GMT  AACA -> CCIV  by cdsp: a\\u202Eb caf\u00e9");
    }

    @Test
    void programs_get_the_same_as_json() {
        handle(CRN + 3, true);

        JsonNode json = JsonMapper.builder().build().readTree(sessions.out());
        assertThat(json.propertyNames())
                .containsExactly(
                        "crn",
                        "status",
                        "statusMeaning",
                        "organisation",
                        "code",
                        "reference",
                        "meterPoint",
                        "logged",
                        "previous",
                        "followedBy",
                        "file",
                        "records",
                        "history");
        assertThat(json.get("crn").asLong()).isEqualTo(CRN + 3);
        assertThat(json.get("previous").asLong()).isEqualTo(CRN);
        assertThat(json.get("followedBy").isNull()).isTrue();
        assertThat(json.at("/file/line").asInt()).isEqualTo(2);
        assertThat(json.at("/file/name").asString()).isEqualTo("XYZ01.PN000043.BCL");
        assertThat(json.at("/file/received").asString()).isEqualTo("2023-03-01T19:32:07Z");
        assertThat(json.at("/records/0/fields/REQUESTOR_NAME").asString()).isEqualTo("A REQUESTOR");
        assertThat(json.at("/history/0/to").asString()).isEqualTo("AACA");
    }

    @Test
    void an_unknown_crn_is_refused() {
        assertThatThrownBy(() -> handle(12L, false))
                .isInstanceOf(UsageException.class)
                .hasMessage("No contact has the CRN 0000000012");
        assertThat(sessions.out()).isEmpty();
    }

    private ExitCode handle(long crn, boolean json) {
        return new ContactHandler(home.stores(), new ErasureLedger(home.jdbc()))
                .handle(new ContactRequest(folder, crn, json), sessions.session());
    }

    private void change(ContactStatus to, String reason) {
        home.database()
                .transactions()
                .executeWithoutResult(status -> new Resolution(home.jdbc())
                        .change(
                                List.of(new StatusChange(CRN, ContactStatus.AACA, to, reason)),
                                "cdsp",
                                home.clock().now()));
    }
}
