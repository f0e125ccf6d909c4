package bcl.responses;

import static bcl.responses.Samples.accepted;
import static bcl.responses.Samples.finding;
import static bcl.responses.Samples.rejected;
import static bcl.responses.Samples.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.ledger.Outcome;
import bcl.ledger.OutcomeKind;
import bcl.wire.ContactStatus;
import bcl.wire.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactResultsTest {
    private static final String REST = ",,,\"D\",,\"A REQUESTOR\",\"0121 496 0123\",,";

    @TempDir
    Path folder;

    @Test
    void an_accepted_contact_with_a_warning_is_WN_and_keeps_its_number() throws IOException {
        String file = "A00\nL01,REF,DTL,9900001207,G4X,D,,A,01214960123,,\n";

        assertThat(results(folder, file, accepted(2, 5000000007L, finding(2, 5, Reason.MSN00002, "L01"))))
                .containsExactly(
                        "\"L51\",\"WN\",\"REF\",\"DTL\",9900001207,5000000007,\"AACA\",2",
                        "\"S72\",\"MSN00002\"",
                        "\"L52\",2,\"L01\",5,\"METER_SERIAL_NUMBER\",\"G4X\",\"Serial number differs from the one recorded\"");
    }

    @Test
    void a_repeated_contact_is_WN_with_its_first_number_and_its_status_then() throws IOException {
        Outcome repeated = new Outcome(
                2, OutcomeKind.RP, 5000000003L, ContactStatus.CCIV, List.of(finding(2, 2, Reason.CON00011, "L01")));

        assertThat(results(folder, "A00\nL01,REF,FILE" + REST + "\n", repeated))
                .containsExactly(
                        "\"L51\",\"WN\",\"REF\",\"FILE\",,5000000003,\"CCIV\",2",
                        "\"S72\",\"CON00011\"",
                        "\"L52\",2,\"L01\",2,\"ORIGINATOR_REFERENCE\",\"REF\","
                                + "\"Logged before: the first contact reference number is given again\"");
    }

    @Test
    void a_contact_of_a_test_file_has_neither_number_nor_status() throws IOException {
        Outcome rehearsed = new Outcome(2, OutcomeKind.AC, null, null, List.of());

        assertThat(results(folder, "A00\nL01,REF,ENQ" + REST + "\n", rehearsed))
                .containsExactly("\"L51\",\"AC\",\"REF\",\"ENQ\",,,,2");
    }

    @Test
    void an_outcome_that_contradicts_its_reasons_makes_no_answer() {
        List<Outcome> wrong = List.of(
                new Outcome(2, OutcomeKind.AC, 5L, ContactStatus.AACA, List.of(finding(2, 4, Reason.MPR00003, "L01"))),
                new Outcome(2, OutcomeKind.RJ, null, null, List.of()),
                new Outcome(2, OutcomeKind.RJ, null, null, List.of(finding(2, 5, Reason.MSN00002, "L01"))),
                new Outcome(2, OutcomeKind.RJ, 5L, null, List.of(finding(2, 4, Reason.MPR00003, "L01"))),
                new Outcome(2, OutcomeKind.RP, 5L, ContactStatus.AACA, List.of()));

        for (Outcome outcome : wrong) {
            assertThatThrownBy(() -> results(folder, "A00\nL01,REF,ENQ" + REST + "\n", outcome))
                    .isInstanceOf(Inconsistent.class)
                    .hasMessageContaining("the outcome of line 2 contradicts its reasons");
        }
    }

    @Test
    void outcomes_out_of_order_make_no_answer() {
        String file = "A00\nL01,REF,ENQ" + REST + "\nL01,REF-2,ENQ" + REST + "\n";

        assertThatThrownBy(() -> results(folder, file, accepted(3, 5000000008L), accepted(2, 5000000007L)))
                .isInstanceOf(Inconsistent.class)
                .hasMessageContaining("the outcome of line 2 comes after that of line 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    9900001207              | 9900001207
                    0000000000009900001207  | 9900001207
                    12345678901             |
                    '  "  0042 "  '         | 42
                    000                     | 0
                    0                       | 0
                    00000000000000000000000 | 0
                    +12                     |
                    12A                     |
                    1 2                     |
                    ''                      |
                    """)
    void a_meter_point_is_shown_without_leading_zeros_if_it_is_a_number_of_ten_digits(String sent, String shown)
            throws IOException {
        String file = "A00\nL01,REF,ENQ," + sent + ",,D,,A,01214960123,,\n";

        assertThat(results(folder, file, accepted(2, 5000000001L)))
                .containsExactly(
                        "\"L51\",\"AC\",\"REF\",\"ENQ\"," + (shown == null ? "" : shown) + ",5000000001,\"AACA\",2");
    }

    @Test
    void quotes_are_doubled_and_commas_kept() throws IOException {
        String file = "A00\nL01,\"  A \"\"B\"\", C  \",ENQ" + REST + "\n";

        assertThat(results(folder, file, accepted(2, 5000000001L)))
                .containsExactly("\"L51\",\"AC\",\"A \"\"B\"\", C\",\"ENQ\",,5000000001,\"AACA\",2");
    }

    @Test
    void long_values_and_characters_that_are_not_allowed_are_cut_and_replaced() throws IOException {
        String reference = "\u00C3\u00A9\t" + "R".repeat(60);
        String file = "A00\nL01," + reference + ",LONGER" + REST + "\n";

        assertThat(results(
                        folder,
                        file,
                        rejected(2, finding(2, 2, Reason.REC00013, "L01"), finding(2, 3, Reason.REC00003, "L01"))))
                .containsExactly(
                        "\"L51\",\"RJ\",\"???" + "R".repeat(27) + "\",\"LONG\",,,,2",
                        "\"S72\",\"REC00013\"",
                        "\"L52\",2,\"L01\",2,\"ORIGINATOR_REFERENCE\",\"???" + "R".repeat(47)
                                + "\",\"Character is not allowed\"",
                        "\"S72\",\"REC00003\"",
                        "\"L52\",2,\"L01\",3,\"CONTACT_CODE\",\"LONGER\",\"Field is too long\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    L01,REF,ENQ,9900001207,,D,,A,01214960123,,,     | REC00001
                    L01,REF,ENQ,9900001207,,D,,A,01214960123,       | REC00001
                    L01,REF,ENQ,9900001207,,D,,A"B,01214960123,,    | REC00015
                    L01,REF,ENQ,9900001207,,D,,"A,01214960123,,     | REC00015
                    """)
    void a_contact_that_cannot_be_split_shows_nothing_of_itself(String line, Reason reason) throws IOException {
        assertThat(results(folder, "A00\n" + line + "\n", rejected(2, finding(2, 0, reason, "L01"))))
                .containsExactly(
                        "\"L51\",\"RJ\",,,,,,2",
                        "\"S72\",\"" + reason + "\"",
                        "\"L52\",2,\"L01\",,,,\"" + reason.text() + "\"");
    }

    @Test
    void a_contact_that_is_too_long_shows_nothing_of_itself() throws IOException {
        String file = "A00\r\nL01,REF,ENQ,,,D,," + "A".repeat(2000) + ",,,\r\nL12,1,X\r\n";

        assertThat(results(folder, file, rejected(2, finding(2, 0, Reason.REC00016, "L01"))))
                .contains("\"L51\",\"RJ\",,,,,,2", "\"L52\",2,\"L01\",,,,\"Record is too long\"");
    }

    @Test
    void a_record_is_named_as_sent_or_by_what_is_missing_or_not_at_all() throws IOException {
        String file = "A00\nL01,REF,ENQ" + REST + "\nl12,1\nLONG,\n";

        assertThat(results(
                        folder,
                        file,
                        rejected(
                                2,
                                finding(2, 0, Reason.REC00011, "L12"),
                                finding(3, 0, Reason.REC00008, "l12"),
                                finding(4, 0, Reason.REC00008, ""))))
                .contains(
                        "\"L52\",2,\"L12\",,,,\"Record is missing for this contact code\"",
                        "\"L52\",3,\"l12\",,,,\"Unknown record type\"",
                        "\"L52\",4,,,,,\"Unknown record type\"");
    }

    @Test
    void an_empty_field_is_named_without_a_value() throws IOException {
        String file = "A00\nL01,REF,ENQ" + REST + "\nL12,1,\" \"\n";

        assertThat(results(folder, file, rejected(2, finding(3, 3, Reason.REC00002, "L12"))))
                .contains("\"L52\",3,\"L12\",3,\"NARRATIVE_TEXT\",,\"Mandatory field is empty\"");
    }

    @Test
    void each_contact_shows_its_own_lines() throws IOException {
        String file = "\u00EF\u00BB\u00BFA00\nL01,ONE,ENQ" + REST + "\nL12,1,X\nL12,3,Y\nL01,TWO,ENQ" + REST
                + "\nL12,1,Z\nL01,THREE,ENQ" + REST;

        assertThat(results(
                        folder,
                        file,
                        rejected(2, finding(2, 3, Reason.CON00002, "L01"), finding(4, 2, Reason.REC00009, "L12")),
                        accepted(5, 5000000001L),
                        rejected(7, finding(7, 8, Reason.REC00013, "L01"))))
                .containsExactly(
                        "\"L51\",\"RJ\",\"ONE\",\"ENQ\",,,,2",
                        "\"S72\",\"CON00002\"",
                        "\"L52\",2,\"L01\",3,\"CONTACT_CODE\",\"ENQ\",\"Contact code is not open to files\"",
                        "\"S72\",\"REC00009\"",
                        "\"L52\",4,\"L12\",2,\"SEQUENCE_NUMBER\",\"3\",\"Record out of order\"",
                        "\"L51\",\"AC\",\"TWO\",\"ENQ\",,5000000001,\"AACA\",5",
                        "\"L51\",\"RJ\",\"THREE\",\"ENQ\",,,,7",
                        "\"S72\",\"REC00013\"",
                        "\"L52\",7,\"L01\",8,\"REQUESTOR_NAME\",\"A REQUESTOR\",\"Character is not allowed\"");
    }
}
