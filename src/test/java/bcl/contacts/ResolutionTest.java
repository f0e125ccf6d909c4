package bcl.contacts;

import static bcl.testsupport.LedgerHome.accepted;
import static bcl.testsupport.LedgerHome.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.testsupport.BclFiles;
import bcl.testsupport.Databases;
import bcl.testsupport.LedgerHome;
import bcl.wire.ContactStatus;
import bcl.wire.OpenKey;
import bcl.wire.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResolutionTest {
    private static final long CRN = 5_000_000_002L;
    private static final OpenKey KEY = new OpenKey("DUP", 9_900_001_207L);

    @TempDir
    Path folder;

    private LedgerHome home;

    @AfterEach
    void close() {
        home.close();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_change_is_an_event_and_closing_frees_the_meter_point(Databases databases) {
        home(databases);

        change(new StatusChange(CRN, ContactStatus.AACA, ContactStatus.ATCA, "with an agent"));
        assertThat(home.search().open("XYZ", List.of(KEY), 0)).containsExactly(KEY);
        change(new StatusChange(CRN, ContactStatus.ATCA, ContactStatus.CCIV, "no duplicate"));

        assertThat(home.search().open("XYZ", List.of(KEY), 0)).isEmpty();
        assertThat(home.search().byCrn(CRN)).map(Contact::status).contains(ContactStatus.CCIV);
        assertThat(home.search().history(CRN))
                .containsExactly(
                        new ContactEvent(1, LedgerHome.START, null, ContactStatus.AACA, "engine", null),
                        new ContactEvent(
                                2, LedgerHome.START, ContactStatus.AACA, ContactStatus.ATCA, "cdsp", "with an agent"),
                        new ContactEvent(
                                3, LedgerHome.START, ContactStatus.ATCA, ContactStatus.CCIV, "cdsp", "no duplicate"));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_change_from_another_status_is_refused_with_all_others(Databases databases) {
        home(databases);

        assertThatThrownBy(() -> change(
                        new StatusChange(CRN - 1, ContactStatus.AACA, ContactStatus.ATCA, "right"),
                        new StatusChange(CRN, ContactStatus.SVDN, ContactStatus.ATCA, "wrong")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("5000000002");

        assertThat(home.search().history(CRN - 1)).hasSize(1);
        assertThat(home.search().byCrn(CRN - 1)).map(Contact::status).contains(ContactStatus.AACA);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_closed_contact_never_opens_again(Databases databases) {
        home(databases);
        change(new StatusChange(CRN, ContactStatus.AACA, ContactStatus.CCVA, "done"));

        assertThatThrownBy(() -> change(new StatusChange(CRN, ContactStatus.CCVA, ContactStatus.AACA, "again")))
                .isInstanceOf(IllegalStateException.class);

        assertThat(home.search().history(CRN)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void locking_gives_the_statuses_of_those_that_exist(Databases databases) {
        home(databases);

        Map<Long, ContactStatus> statuses = home.database()
                .transactions()
                .execute(status -> new Resolution(home.jdbc())
                        .lock(LongStream.range(CRN, CRN + 3000).boxed().toList()));

        assertThat(statuses).isEqualTo(Map.of(CRN, ContactStatus.AACA));
    }

    private void change(StatusChange... changes) {
        home.database()
                .transactions()
                .executeWithoutResult(
                        status -> new Resolution(home.jdbc()).change(List.of(changes), "cdsp", LedgerHome.START));
    }

    private void home(Databases databases) {
        home = new LedgerHome(databases.fresh(), folder);
        home.answered(
                "XYZ", "XYZ01.PN000042.BCL", BclFiles.WORKED, accepted(), accepted(), rejected(Reason.MPR00002, 4));
    }
}
