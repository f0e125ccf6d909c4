package bcl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.wire.ContactGroup;
import bcl.wire.GroupTail;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is stored of a record, to the character. */
class ContentTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static ContactGroup group(String... lines) {
        List<TestRecord> records = new java.util.ArrayList<>();
        for (String line : lines) {
            records.add(TestRecord.of(records.size() + 2L, line));
        }
        return new ContactGroup(0, List.copyOf(records), GroupTail.NONE);
    }

    private static String stored(String line) {
        return Content.of(group(line)).records().get(0).fields();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\\", "\"A", "\\A", "A\"", "A\\", "A\"B\\C", "A\\\"B", "\"\"", "A'B", "A/B", "=1+1"})
    void quotes_and_backslashes_are_escaped_wherever_they_stand(String text) {
        String fields = stored("L12,1," + text);

        assertThat(JSON.readTree(fields).get("NARRATIVE_TEXT").stringValue()).isEqualTo(text);
        assertThat(fields)
                .hasSize("{\"SEQUENCE_NUMBER\":\"1\",\"NARRATIVE_TEXT\":\"\"}".length()
                        + text.length()
                        + (int) text.chars().filter(c -> c == '"' || c == '\\').count());
    }

    @ParameterizedTest
    @CsvSource({"358,358", "00358,358", "0,0", "000,0", "100,100", "900,900", "1,1", "9,9"})
    void a_number_is_stored_without_leading_zeros(String sent, String stored) {
        assertThat(stored("L05,20230101," + sent + ",A,,")).contains("\"METER_READING\":\"" + stored + "\"");
    }

    @ParameterizedTest
    @CsvSource({"-1500,-1500", "-01500,-1500", "01500,1500"})
    void a_sign_is_stored(String sent, String stored) {
        assertThat(stored("L09,20220101,20221231," + sent + ",IR,"))
                .contains("\"ADJUSTMENT_ENERGY\":\"" + stored + "\"");
    }

    @Test
    void another_spelling_of_a_contact_code_is_stored_as_the_code_and_the_same_word_elsewhere_as_it_is() {
        assertThat(stored("L01,FILE,FILE,,,D,,FILE,01632 960123,,"))
                .contains("\"ORIGINATOR_REFERENCE\":\"FILE\"")
                .contains("\"CONTACT_CODE\":\"FLE\"")
                .contains("\"REQUESTOR_NAME\":\"FILE\"");
        assertThat(stored("L12,1,FILE")).contains("\"NARRATIVE_TEXT\":\"FILE\"");
        assertThat(stored("L03,MS,FILE,0121 496 0456,,")).contains("\"CONTACT_NAME\":\"FILE\"");
        // Field 3 of another record.
        assertThat(stored("L04,A1,FLE,,2021,U,5,N,32,F,20220915")).contains("\"ORG_MANUFACTURER_CODE\":\"FLE\"");
    }

    @Test
    void the_buffers_of_a_usual_contact_are_used_again_and_those_of_the_longest_are_let_go() {
        ContentWriter usual = ContentWriter.ofThisThread();
        usual.write(group("L12,1,X"));
        assertThat(ContentWriter.ofThisThread()).isSameAs(usual);

        String[] many = new String[60];
        java.util.Arrays.fill(many, "L12,1," + "X".repeat(1_900));
        usual.write(group(many));

        assertThat(ContentWriter.ofThisThread()).isNotSameAs(usual);
    }

    @Test
    void a_stored_record_shows_its_id_alone() {
        assertThat(Content.of(group("L12,1,SECRET")).records()).hasToString("[L12]");
    }

    @Test
    void a_group_has_content_if_every_field_of_every_record_passed_and_all_were_kept() {
        ContactGroup whole = group("L01,R,ENQ,,,D,,T,01632 960123,,", "L12,1,X");
        ContactGroup faulty = group("L01,R,ENQ,,,D,,T,01632 960123,,", "L12,1,X!REC00003");
        ContactGroup unknown = group("L01,R,ENQ,,,D,,T,01632 960123,,", "L13,1,X");

        assertThat(ContactRules.content(whole)).isEqualTo(Content.of(whole));
        assertThat(ContactRules.content(faulty)).isNull();
        assertThat(ContactRules.content(unknown)).isNull();
        assertThat(ContactRules.content(new ContactGroup(
                        0,
                        whole.records(),
                        new GroupTail(java.util.Set.of("L12"), java.util.Set.of(), true, 0, true, java.util.Set.of()))))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"A B,A B", "A~~,A~~", "\u007FAB,''", "\u001FAB,''", "AB,''", "ABCD,''", "L13,L13"})
    void an_id_is_shown_if_it_is_three_allowed_characters(String sent, String shown) {
        assertThat(Rule.shownId(TestRecord.of(2, sent + ",X"))).isEqualTo(shown);
    }
}
