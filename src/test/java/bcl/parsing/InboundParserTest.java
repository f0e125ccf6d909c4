package bcl.parsing;

import static bcl.parsing.Parsed.record;
import static org.assertj.core.api.Assertions.assertThat;

import bcl.wire.FieldState;
import bcl.wire.InboundRecord;
import bcl.wire.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboundParserTest {
    private static final String CONTACT =
            "\"L01\",\"SHP-1\",\"DUP\",09900001207,\"g4a/1-2 b\",\"D\",,\"A REQUESTOR\",\"0121 496 0123\",,20230220";

    @Test
    void a_good_record_has_typed_values() {
        InboundRecord contact = record(CONTACT);

        assertThat(contact.line()).isEqualTo(7);
        assertThat(contact.id()).isEqualTo("L01");
        assertThat(contact.faults()).isEmpty();
        assertThat(contact.hasFields()).isTrue();
        assertThat(contact.text(1)).isEqualTo("L01");
        assertThat(contact.text(2)).isEqualTo("SHP-1");
        assertThat(contact.number(4)).isEqualTo(9900001207L);
        assertThat(contact.raw(4)).isEqualTo("09900001207");
        assertThat(contact.text(5)).isEqualTo("G4A/1-2 B");
        assertThat(contact.raw(5)).isEqualTo("g4a/1-2 b");
        assertThat(contact.date(11)).isEqualTo(LocalDate.of(2023, 2, 20));
        assertThat(contact.state(11)).isEqualTo(FieldState.PASSED);
        assertThat(contact.state(7)).isEqualTo(FieldState.EMPTY);
        assertThat(contact.value(7)).isNull();
        assertThat(contact.hasBadCharacter()).isFalse();
    }

    @Test
    void all_fields_that_fail_are_told_and_the_others_keep_their_values() {
        InboundRecord record = record("L01,,ABC,123,0000,X,12345678901,N\u00E9,1,x@y,20230229");

        List<Reason> faults = new ArrayList<>();
        for (int field = 1; field <= 11; field++) {
            faults.add(record.fault(field));
        }
        assertThat(faults)
                .containsExactly(
                        null,
                        Reason.REC00002,
                        Reason.CON00001,
                        Reason.MPR00001,
                        Reason.MSN00001,
                        Reason.REC00007,
                        Reason.REC00003,
                        Reason.REC00013,
                        Reason.REC00004,
                        Reason.REC00004,
                        Reason.REC00005);
        assertThat(record.text(1)).isEqualTo("L01");
        assertThat(record.value(4)).isNull();
        assertThat(record.raw(4)).isEqualTo("123");
        assertThat(record.state(2)).isEqualTo(FieldState.FAILED);
    }

    @Test
    void one_bad_field_leaves_the_values_of_the_others() {
        InboundRecord record = record(CONTACT.replace("\"D\"", "\"Q\""));

        assertThat(record.fault(6)).isEqualTo(Reason.REC00007);
        assertThat(record.fault(5)).isNull();
        assertThat(record.number(4)).isEqualTo(9900001207L);
        assertThat(record.text(5)).isEqualTo("G4A/1-2 B");
        assertThat(record.date(11)).isEqualTo(LocalDate.of(2023, 2, 20));
        assertThat(record.value(6)).isNull();
    }

    @Test
    void one_bad_character_leaves_the_values_of_the_others() {
        InboundRecord record = record(CONTACT.replace("\"D\"", "\"\u0000\""));

        assertThat(record.hasFields()).isTrue();
        assertThat(record.hasBadCharacter()).isTrue();
        assertThat(record.fault(6)).isEqualTo(Reason.REC00013);
        assertThat(record.raw(6)).isEqualTo("\u0000");
        assertThat(record.value(6)).isNull();
        assertThat(record.state(6)).isEqualTo(FieldState.FAILED);
        assertThat(record.number(4)).isEqualTo(9900001207L);
    }

    @Test
    void a_bad_character_wins_over_presence_length_and_form() {
        assertThat(record("L12,1," + "\u0007".repeat(300)).fault(3)).isEqualTo(Reason.REC00013);
        assertThat(record("L12,\r,x").fault(2)).isEqualTo(Reason.REC00013);
        assertThat(record("L12,1,A\rB").fault(3)).isEqualTo(Reason.REC00013);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "L12,1|REC00001",
                "L12,1,a,|REC00001",
                "L12|REC00001",
                "L12,1,a\"b|REC00015",
                "L12,1,\"a|REC00015",
                "L12,\"1\"x,a,b,c|REC00015",
                "L12,1,\"a\" b|REC00015",
                "X12,\"|REC00008",
                "\"L12,1,a\"|REC00008",
                "L12\",1,a|REC00008",
                "'    '|REC00008",
                "''|REC00008",
                "l12,1,a|REC00008"
            })
    void a_record_with_a_fault_has_that_alone_and_no_fields(String line, Reason fault) {
        InboundRecord record = record(line);

        assertThat(record.faults()).isEqualTo(Set.of(fault));
        assertThat(record.hasFields()).isFalse();
        assertThat(record.layout() == null).isEqualTo(fault == Reason.REC00008);
        assertThat(record.raw(2)).isEmpty();
        assertThat(record.value(2)).isNull();
        assertThat(record.fault(2)).isNull();
        assertThat(record.state(2)).isEqualTo(FieldState.FAILED);
    }

    @Test
    void a_record_that_is_too_long_is_not_looked_into() {
        assertThat(record("L12,1," + "\"".repeat(1995)).faults()).containsExactly(Reason.REC00016);
        assertThat(record("L12" + ",".repeat(5000)).faults()).containsExactly(Reason.REC00016);
        assertThat(record("X" + ",".repeat(5000)).faults()).containsExactly(Reason.REC00008);
        assertThat(record("L12,1," + "x".repeat(1994)).fault(3)).isEqualTo(Reason.REC00003);
    }

    @Test
    void ids_in_quotes_with_spaces_are_read_like_others() {
        InboundRecord record = record("  \" L12 \" ,1,  \"  SEEN \"\"IT\"\"  \"  ");

        assertThat(record.id()).isEqualTo("L12");
        assertThat(record.text(3)).isEqualTo("SEEN \"IT\"");
        assertThat(record.raw(3)).isEqualTo("SEEN \"IT\"");
    }

    @Test
    void header_and_trailer_are_records_like_others() {
        InboundRecord header = record("\"A00\",0001234,\"BCL\",20230301,\"193000\",000042");

        assertThat(header.number(2)).isEqualTo(1234);
        assertThat(header.number(6)).isEqualTo(42);
        assertThat(record("A00,1,BCL,20230301,240000,1").fault(5)).isEqualTo(Reason.REC00004);
        assertThat(record("A00,1,BCL,20230301,235959,1").fault(5)).isNull();
        assertThat(record("A00,1,BCL,20230301,000060,1").fault(5)).isEqualTo(Reason.REC00004);
        assertThat(record("A00,1,BCL,20230301,00000,1").fault(5)).isEqualTo(Reason.REC00004);
        assertThat(record("Z99,x").fault(2)).isEqualTo(Reason.REC00004);
        assertThat(record("Z99,00000000000000009").number(2)).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"L02,N,,,,,,,,,,,,,", "L02,N,,,,,,,  ,,\" \",,,\"\","})
    void an_address_without_its_elements_is_ADD00010(String line) {
        InboundRecord record = record(line);

        assertThat(List.of(9, 11, 13, 14)).allMatch(field -> record.fault(field) == Reason.ADD00010);
        assertThat(record.fault(2)).isNull();
        assertThat(record("L02,,,,,,,,,,,,,,").fault(2)).isEqualTo(Reason.REC00002);
    }

    @Test
    void nothing_that_is_shown_in_logs_holds_a_value() {
        assertThat(record(CONTACT)).hasToString("record at line 7, L01");
        assertThat(Parsed.line(CONTACT)).hasToString("line 7 at byte 100");
    }
}
