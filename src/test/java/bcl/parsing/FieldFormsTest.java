package bcl.parsing;

import static bcl.parsing.Parsed.fault;
import static bcl.parsing.Parsed.record;
import static bcl.wire.Reason.ADD00013;
import static bcl.wire.Reason.CON00001;
import static bcl.wire.Reason.MPR00001;
import static bcl.wire.Reason.MPR00002;
import static bcl.wire.Reason.MSN00001;
import static bcl.wire.Reason.REC00003;
import static bcl.wire.Reason.REC00004;
import static bcl.wire.Reason.REC00005;
import static bcl.wire.Reason.REC00007;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import org.beanio.types.ConfigurableTypeHandler;
import org.beanio.types.TypeHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldFormsTest {
    private static String read(String reading) {
        return "L05,20230101," + reading + ",A,,";
    }

    private static String adjustment(String energy) {
        return "L09,20230101,20230102," + energy + ",IR,";
    }

    private static String duplicate(String mprn) {
        return "L07," + mprn + ",,";
    }

    private static String siteContact(String name, String telephone, String email) {
        return "L03,,\"" + name + "\",\"" + telephone + "\",\"" + email + "\",";
    }

    private static String meter(String serial) {
        return "L04,\"" + serial + "\",,,,,,,,,";
    }

    @Test
    void leading_zeros_of_a_number_carry_no_meaning() {
        assertThat(record(read("000000000000000000012")).number(3)).isEqualTo(12);
        assertThat(record(read("0000000000000000")).number(3)).isZero();
        assertThat(record(read("0")).number(3)).isZero();
        assertThat(record(read("999999999999")).number(3)).isEqualTo(999_999_999_999L);
        assertThat(fault(read("1000000000000"), 3)).isEqualTo(REC00003);
        assertThat(fault(read("0001000000000000"), 3)).isEqualTo(REC00003);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-12", "+12", "1.5", "1 2", "1e3", "00x", "-", "0-5", "00-5", "--5", "0000000000000x", "0x"})
    void a_number_is_digits_alone(String reading) {
        assertThat(fault(read(reading), 3)).isEqualTo(REC00004);
    }

    @Test
    void a_sign_is_allowed_where_the_rule_says_so_and_does_not_count() {
        assertThat(record(adjustment("-5")).number(4)).isEqualTo(-5);
        assertThat(record(adjustment("-999999999999")).number(4)).isEqualTo(-999_999_999_999L);
        assertThat(record(adjustment("-000000000000012")).number(4)).isEqualTo(-12);
        assertThat(record(adjustment("-0")).number(4)).isZero();
        assertThat(record(adjustment("12")).number(4)).isEqualTo(12);
        assertThat(record(adjustment("-5").replace("IR", "XX")).number(4)).isEqualTo(-5);
        assertThat(fault(adjustment("-1000000000000"), 4)).isEqualTo(REC00003);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--5", "+5", "-", "- 5", "5-", "00-5", "0-5", "-5.0"})
    void a_sign_stands_once_and_in_front(String energy) {
        assertThat(fault(adjustment(energy), 4)).isEqualTo(REC00004);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20240229", "20230101", "20231231", "00010101", "99991231"})
    void a_day_of_the_calendar_is_a_date(String date) {
        assertThat(fault("L05," + date + ",1,A,,", 2)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20230229",
                "19000229",
                "20231301",
                "20230001",
                "20230100",
                "20230132",
                "20230431",
                "00000101",
                "2023011",
                "2023-1-1",
                "2023 101",
                "ABCDEFGH",
                "+2023101"
            })
    void any_other_is_REC00005(String date) {
        assertThat(fault("L05," + date + ",1,A,,", 2)).isEqualTo(REC00005);
    }

    @Test
    void a_date_of_nine_characters_is_too_long() {
        assertThat(fault("L05,020230101,1,A,,", 2)).isEqualTo(REC00003);
        assertThat(fault("L05,2023-01-01,1,A,,", 2)).isEqualTo(REC00003);
    }

    @ParameterizedTest
    @CsvSource({
        "1000000109,",
        "9900001207,",
        "2718281810,",
        "6123406,",
        "0006123406,",
        "1234567890,MPR00002",
        "1574863920,MPR00002",
        "980153,MPR00002",
        "12345,MPR00001",
        "0000012345,MPR00001",
        "0,MPR00001",
        "12345678901,REC00003",
        "123A56,REC00004",
        "-6123406,REC00004"
    })
    void a_meter_point_reference_has_enough_digits_and_a_right_check(String mprn, bcl.wire.Reason expected) {
        assertThat(fault(duplicate(mprn), 2)).isEqualTo(expected);
    }

    @Test
    void codes_of_mprn_faults_are_those_of_the_catalogue() {
        assertThat(fault(duplicate("12345"), 2)).isEqualTo(MPR00001);
        assertThat(fault(duplicate("980153"), 2)).isEqualTo(MPR00002);
        assertThat(fault("L07,6123406,12345,", 3)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"G4A12345678901", "a/b-c d", "00A", "0 0", "-", "UNKNOWN1", "N A", "123456789012 4"})
    void a_serial_number_may_be(String serial) {
        assertThat(fault(meter(serial), 2)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0000", "UNKNOWN", "none", "Na", "n/a", "tbc", "A_1", "A.1", "A\"\"1", "A'1"})
    void a_serial_number_may_not_be(String serial) {
        assertThat(fault(meter(serial), 2)).isEqualTo(MSN00001);
    }

    @Test
    void a_serial_number_of_15_is_too_long_and_small_letters_are_raised() {
        assertThat(fault(meter("G4A123456789012"), 2)).isEqualTo(REC00003);
        assertThat(record(meter(" g4a ")).text(2)).isEqualTo("G4A");
        assertThat(record(meter(" g4a ")).raw(2)).isEqualTo("g4a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789",
                "+0123456789",
                "01 23 45 67 89",
                "123456789012345",
                "+44 1632 960456",
                "0  1  23456789"
            })
    void a_telephone_number_may_be(String telephone) {
        assertThat(fault(siteContact("AB", telephone, ""), 4)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "012345678",
                "1234567890123456",
                "+ 0123456789",
                "++0123456789",
                "01632-960123",
                "0123456789+",
                "+",
                "(0)1234567890"
            })
    void a_telephone_number_may_not_be(String telephone) {
        assertThat(fault(siteContact("AB", telephone, ""), 4)).isEqualTo(REC00004);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.c", "a@b..c", "a@..c", "x.y@b.c.d", "a@.b.c", "'@1.2"})
    void an_email_may_be(String email) {
        assertThat(fault(siteContact("AB", "", email), 5)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", "a@", "@b.c", "a@b", "a@b.", "a@.b", "a@.b.", "a@@b.c", "a@b@c.d", "a b@c.d", "a@b .c", "a@.",
                "a@.."
            })
    void an_email_may_not_be(String email) {
        assertThat(fault(siteContact("AB", "", email), 5)).isEqualTo(REC00004);
    }

    @ParameterizedTest
    @CsvSource({"X.,", "O'Neil-Smith Jr.,", "ab,", "--,", "P,REC00004", "AB1,REC00004", "A&B,REC00004", "A_B,REC00004"})
    void a_person_has_two_characters_or_more(String name, bcl.wire.Reason expected) {
        assertThat(fault(siteContact(name, "", ""), 3)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "A9,",
        "A99,",
        "AA9,",
        "AA99,",
        "A9A,",
        "AA9A,",
        "a9,ADD00013",
        "9A,ADD00013",
        "AAA9,ADD00013",
        "A9AA,ADD00013",
        "A,ADD00013",
        "AA,ADD00013",
        "A 9,ADD00013",
        "A999,ADD00013",
        "AA999,REC00003",
        "Q4XX,ADD00013"
    })
    void the_first_part_of_a_postcode_has_six_forms(String outcode, bcl.wire.Reason expected) {
        assertThat(fault("L02,N,1,,,,,,S,,T,," + outcode + ",3AA,", 13)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "3AA,",
        "3Aa,ADD00013",
        "33A,ADD00013",
        "AAA,ADD00013",
        "3A,ADD00013",
        "3AAA,ADD00013",
        "3 AA,ADD00013",
        "33AAA,REC00003"
    })
    void the_second_part_is_a_digit_and_two_letters(String incode, bcl.wire.Reason expected) {
        assertThat(fault("L02,N,1,,,,,,S,,T,,B91," + incode + ",", 14)).isEqualTo(expected);
        assertThat(ADD00013.text()).startsWith("Postcode");
    }

    @ParameterizedTest
    @CsvSource({
        "XYZ01.PN000042.BCL,",
        "XYZ01.TN999999.QQQ,",
        "QRS00.PN000001.BCL,REC00004",
        "XYZ01.PN000000.BCL,REC00004",
        "xyz01.PN000042.BCL,REC00004",
        "XYZ01.PN000042.BC,REC00004"
    })
    void a_queried_file_has_a_name_of_the_form(String name, bcl.wire.Reason expected) {
        assertThat(fault("L11," + name + ",", 2)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"MNC,", "FLE,", "FILE,", "mnc,CON00001", "ABC,CON00001", "PSC,CON00001", "SV,CON00001", "FILES,REC00003"
    })
    void a_contact_code_is_one_of_the_table(String code, bcl.wire.Reason expected) {
        assertThat(fault("L01,R," + code + ",,,,,N,,,", 3)).isEqualTo(expected);
        assertThat(CON00001.text()).contains("unknown");
    }

    @Test
    void an_alias_is_kept_as_it_was_sent() {
        assertThat(record("L01,R,FILE,,,,,N,,,").text(3)).isEqualTo("FILE");
    }

    @ParameterizedTest
    @CsvSource({
        "5,1899,REC00007",
        "5,1900,",
        "5,0999,REC00007",
        "5,9999,",
        "7,2,REC00007",
        "7,3,",
        "7,12,",
        "7,13,REC00007",
        "7,0012,",
        "9,0,",
        "9,00,",
        "9,32,",
        "9,33,REC00007",
        "9,97,REC00007",
        "9,98,",
        "9,099,",
        "9,100,REC00003",
        "6,R,",
        "6,r,REC00007",
        "6,A,REC00007",
        "8,Y,",
        "8,U,REC00007",
        "10,F,",
        "10,X,REC00007"
    })
    void values_of_a_meter_are_in_their_lists(int field, String value, bcl.wire.Reason expected) {
        String[] cells = {"L04", "S1", "", "", "", "", "", "", "", "", ""};
        cells[field - 1] = value;

        assertThat(fault(String.join(",", cells), field)).isEqualTo(expected);
        assertThat(REC00007.text()).isNotEmpty();
    }

    @Test
    void a_record_passes_if_none_of_its_fields_failed() {
        assertThat(record(read("12")).passed()).isTrue();
        assertThat(record(read("x")).passed()).isFalse();
        assertThat(record("L05,20230101,12").passed()).as("without its fields").isFalse();
        assertThat(record("X").passed()).isFalse();
    }

    @Test
    void letters_of_names_are_those_from_A_to_Z() {
        assertThat(fault(siteContact("AZ az", "", ""), 3)).isNull();
        for (String other : new String[] {"@", "[", "`", "{"}) {
            assertThat(fault(siteContact("A" + other, "", ""), 3)).as(other).isEqualTo(REC00004);
        }
        assertThat(List.of(TextForm.isUpper('A'), TextForm.isUpper('Z'))).containsOnly(true);
        assertThat(List.of(TextForm.isUpper('@'), TextForm.isUpper('['))).containsOnly(false);
    }

    @Test
    void an_address_may_have_one_character_before_its_at_and_begins_with_no_space() {
        assertThat(new EmailType().fits("a@b.c")).isTrue();
        assertThat(new EmailType().fits("@b.c")).isFalse();
        assertThat(new EmailType().fits(" a@b.c")).isFalse();
    }

    /** What BeanIO is told when it makes the mapping, long before the first record. */
    @Test
    void types_say_what_they_make_and_take_their_alternatives_from_the_mapping() throws Exception {
        assertThat(new NumberType().getType()).isEqualTo(Long.class);
        assertThat(new MprnType().getType()).isEqualTo(Long.class);
        assertThat(new TextType().getType()).isEqualTo(String.class);
        assertThat(new DateType().getType()).isEqualTo(LocalDate.class);
        assertThat(new MprnType().format(6_123_406L)).isEqualTo("6123406");
        assertThat(new MprnType().format(null)).isNull();
        TypeHandler numbers = new NumberType().newInstance(format("0-32|98"));
        assertThat(numbers.parse("0")).isEqualTo(0L);
        assertThat(numbers.parse("32")).isEqualTo(32L);
        assertThat(numbers.parse("98")).isEqualTo(98L);
        assertThatThrownBy(() -> numbers.parse("33")).isInstanceOf(FieldFault.class);
        assertThatThrownBy(() -> numbers.parse("97")).isInstanceOf(FieldFault.class);
        TypeHandler texts = new TextType().newInstance(format("A|B"));
        assertThat(texts.parse("B")).isEqualTo("B");
        assertThatThrownBy(() -> texts.parse("C")).isInstanceOf(FieldFault.class);
    }

    private static Properties format(String alternatives) {
        Properties properties = new Properties();
        properties.setProperty(ConfigurableTypeHandler.FORMAT_SETTING, alternatives);
        return properties;
    }
}
