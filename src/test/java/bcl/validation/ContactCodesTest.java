package bcl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.wire.ContactCode;
import bcl.wire.ContactCodes;
import bcl.wire.Need;
import bcl.wire.Reason;
import bcl.wire.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the interface's matrix, as the document has it and as the rules follow it. */
class ContactCodesTest {
    private static final List<String> CHILDREN = List.copyOf(ChildRecords.LIMITS.keySet());

    /** Present status, requested status and class that suit the code; {@code LI} and class 2 suit the others. */
    private static final Map<String, String> PRESENT = Map.of("STE", "DE", "DTL", "DE");

    private static final Map<String, String> REQUESTED = Map.of("STE", "EX", "ISO", "DE");

    static Stream<List<String>> rows() {
        return InterfaceDocument.table("## 5. What each contact code needs").stream();
    }

    @Test
    void the_table_has_the_codes_of_the_document() {
        assertThat(ContactCodes.all().stream().map(ContactCode::code))
                .containsExactlyElementsOf(rows().map(row -> row.get(0)).toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_of_the_table_is_the_row_of_the_document(List<String> row) {
        ContactCode code = code(row);

        assertThat(code.name()).isEqualTo(row.get(1));
        assertThat(code.roles())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(row.get(2).split(" ")).map(Role::valueOf).toList());
        assertThat(code.mprn()).isEqualTo(need(row.get(3)));
        assertThat(code.serialNumber()).isEqualTo(need(row.get(4)));
        assertThat(CHILDREN).allSatisfy(id -> assertThat(code.need(id)).isEqualTo(need(cell(row, id))));
        assertThat(code.addressTypes()).isEqualTo(types(row));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_role_of_the_row_may_and_no_other(List<String> row) {
        for (Role role : Role.values()) {
            List<String> findings = suited(row, children(row, Need.M)).as(role).findings();

            if (row.get(2).contains(role.name())) {
                assertThat(findings).isEmpty();
            } else {
                assertThat(findings).containsExactly("2 L01.3 CON00003");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_record_that_is_allowed_passes(List<String> row) {
        List<String> allowed = new ArrayList<>(CHILDREN);
        allowed.removeAll(children(row, Need.N));

        assertThat(suited(row, allowed).findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_record_that_is_missing_or_not_allowed_is_told(List<String> row) {
        List<String> missing = children(row, Need.M).stream()
                .map(id -> "2 " + id + " REC00011")
                .toList();
        assertThat(suited(row, List.of()).findings()).containsExactlyElementsOf(missing);

        List<String> refused = children(row, Need.N);
        Assessed contact = suited(row, CHILDREN).assess();
        assertThat(contact.findings().stream()
                        .filter(finding -> finding.reason() == Reason.REC00012 && finding.field() == 0)
                        .map(finding -> finding.recordId()))
                .containsExactlyElementsOf(refused);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void number_and_serial_number_are_as_the_row_says(List<String> row) {
        List<String> without = with(row, "", "", children(row, Need.M)).findings();
        List<String> both =
                with(row, mprn(row, true), "M1", children(row, Need.M)).findings();

        assertThat(without.contains("2 L01.4 REC00002")).isEqualTo(need(row.get(3)) == Need.M);
        assertThat(without.contains("2 L01.5 REC00002")).isEqualTo(need(row.get(4)) == Need.M);
        assertThat(both.contains("2 L01.4 MPR00006")).isEqualTo(need(row.get(3)) == Need.N);
        assertThat(both.contains("2 L01.5 REC00012")).isEqualTo(need(row.get(4)) == Need.N);
    }

    private static Situation suited(List<String> row, List<String> children) {
        String serial = need(row.get(4)) == Need.N ? "" : "M1";
        return with(row, mprn(row, need(row.get(3)) != Need.N), serial, children);
    }

    private static Situation with(List<String> row, String mprn, String serial, List<String> children) {
        String code = row.get(0);
        String type = types(row).isEmpty() ? "P" : types(row).get(0);
        List<String> lines = children.stream()
                .map(id -> Lines.child(id, type, REQUESTED.getOrDefault(code, "LI")))
                .toList();
        return Situation.of(Lines.group(Lines.contact(code, mprn, serial), lines))
                .as(Role.valueOf(row.get(2).substring(0, 1)))
                .point("XYZ", "XYZ", PRESENT.getOrDefault(code, "LI"), code.equals("DMQ") ? 1 : 2, false, null);
    }

    private static String mprn(List<String> row, boolean given) {
        if (!given) {
            return "";
        }
        return Long.toString(row.get(0).equals("FOM") ? Situation.UNKNOWN : Situation.OWN);
    }

    private static List<String> children(List<String> row, Need need) {
        return CHILDREN.stream().filter(id -> need(cell(row, id)) == need).toList();
    }

    private static String cell(List<String> row, String id) {
        return row.get(5 + CHILDREN.indexOf(id));
    }

    private static List<String> types(List<String> row) {
        String cell = cell(row, "L02");
        int open = cell.indexOf('(');
        return open < 0
                ? List.of()
                : List.of(cell.substring(open + 1, cell.indexOf(')')).split(" "));
    }

    private static Need need(String cell) {
        return cell.equals("\u2013") ? Need.N : Need.valueOf(cell.substring(0, 1));
    }

    private static ContactCode code(List<String> row) {
        ContactCode code = ContactCodes.find(row.get(0));
        assertThat(code).isNotNull();
        return code;
    }
}
