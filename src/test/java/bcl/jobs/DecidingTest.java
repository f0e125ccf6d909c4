package bcl.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.contacts.ContactSearch;
import bcl.ledger.FileLedger;
import bcl.ledger.LedgerFile;
import bcl.ledger.NewFile;
import bcl.ledger.Outcome;
import bcl.ledger.OutcomeKind;
import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import bcl.validation.Assessed;
import bcl.wire.ContactCodes;
import bcl.wire.Finding;
import bcl.wire.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class DecidingTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:15:00Z");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_an_earlier_group_was_accepted_with_decides_about_a_later_one_however_they_are_cut(Databases databases) {
        List<Assessed> contacts =
                List.of(enquiry(1, 1000000109L), enquiry(2, 1000000109L), enquiry(3, 9900001207L), enquiry(4, null));

        List<Outcome> whole = outcomes(databases, contacts, 4);

        assertThat(whole)
                .extracting(Outcome::kind)
                .containsExactly(OutcomeKind.AC, OutcomeKind.RJ, OutcomeKind.AC, OutcomeKind.AC);
        assertThat(whole.get(1).findings()).extracting(Finding::reason).containsExactly(Reason.CON00006);
        assertThat(outcomes(databases, contacts, 1)).isEqualTo(whole);
        assertThat(outcomes(databases, contacts, 3)).isEqualTo(whole);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_group_that_was_rejected_keeps_no_later_one_out(Databases databases) {
        Finding fault = new Finding(2, 8, Reason.REC00002, "L01");
        Assessed rejected = new Assessed(
                0, 2, "L01", null, "ABC", ContactCodes.find("ENQ"), 1000000109L, "R-1", null, List.of(fault));

        List<Outcome> outcomes = outcomes(databases, List.of(rejected, enquiry(1, 1000000109L)), 2);

        assertThat(outcomes).extracting(Outcome::kind).containsExactly(OutcomeKind.RJ, OutcomeKind.AC);
    }

    /** Of a test file: it gets no CRN and leaves no contact behind. */
    private static List<Outcome> outcomes(Databases databases, List<Assessed> contacts, int atOnce) {
        try (TestDatabase database = databases.fresh()) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            FileLedger files = new FileLedger(jdbc);
            LedgerFile file = files.get(files.take(new NewFile("ABC", "ABC01.TN000001.BCL", "aa", 1, NOW)));
            Accepted own = new Accepted();
            List<Outcome> outcomes = new ArrayList<>();
            for (int from = 0; from < contacts.size(); from += atOnce) {
                List<Assessed> chunk = contacts.subList(from, Math.min(contacts.size(), from + atOnce));
                KnownContacts known = KnownContacts.lookUp(new ContactSearch(jdbc), "ABC", chunk, file.id());
                List<Decision> decisions = new Deciding(file, known.with(new Accepted(), own), own).decide(chunk, NOW);
                assertThat(decisions).allSatisfy(each -> {
                    assertThat(each.contact()).isNull();
                    assertThat(each.outcome().crn()).isNull();
                });
                outcomes.addAll(Decision.outcomes(decisions));
            }
            return outcomes;
        }
    }

    private static Assessed enquiry(int ordinal, Long mprn) {
        return new Assessed(
                ordinal,
                2 + ordinal * 2L,
                "L01",
                null,
                "ABC",
                ContactCodes.find("ENQ"),
                mprn,
                "REF-" + ordinal,
                null,
                List.of());
    }
}
