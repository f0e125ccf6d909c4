package bcl.validation;

import static bcl.wire.Reason.*;
import static org.assertj.core.api.Assertions.assertThat;

import bcl.wire.FileFinding;
import bcl.wire.FileName;
import bcl.wire.FileStructure;
import bcl.wire.InboundRecord;
import bcl.wire.Limits;
import bcl.wire.Organisation;
import bcl.wire.Reason;
import bcl.wire.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FileCheckTest {
    private static final String NAME = "XYZ01.PN000042.BCL";
    private static final String A00 = "A00,1234,BCL,20230301,193000,42";
    private static final String Z99 = "Z99,9";

    private static FileFacts facts(String name, Reason numberFault) {
        return facts(name, numberFault, true);
    }

    private static FileFacts facts(String name, Reason numberFault, boolean bulk) {
        return new FileFacts(
                FileName.parse(name).orElse(null),
                new Organisation("XYZ", 1234, "Example", Role.S, bulk),
                LocalDate.of(2023, 3, 1),
                numberFault,
                new Limits(3, 1000, Map.of()));
    }

    /** Eleven lines: header, nine records with three contacts, trailer. */
    private static FileStructure structure(String header, String trailer) {
        return structure(header, trailer, 0, 0, 3);
    }

    private static FileStructure structure(String header, String trailer, long surplus, long stray, long groups) {
        InboundRecord first = header == null ? null : TestRecord.of(1, header);
        InboundRecord last = trailer == null ? null : TestRecord.of(11, trailer);
        return new FileStructure(false, true, first, last, 11, surplus, stray, 9, groups);
    }

    private static List<String> reasons(FileFacts facts, FileStructure structure) {
        return FileCheck.check(facts, structure).stream()
                .map(finding -> finding.reason() + " " + finding.line())
                .toList();
    }

    private static List<String> reasons(FileStructure structure) {
        return reasons(facts(NAME, null), structure);
    }

    @Test
    void a_file_without_a_fault_has_no_reasons() {
        assertThat(reasons(structure(A00, Z99))).isEmpty();
    }

    @Test
    void a_name_of_no_form_stands_alone_also_for_an_empty_file() {
        FileFacts facts = facts("XYZ01.PN000042.BCL.txt", FIL00011, false);
        FileStructure empty = new FileStructure(true, true, null, null, 0, 0, 0, 0, 0);

        assertThat(reasons(facts, structure(null, null))).containsExactly("FIL00001 1");
        assertThat(reasons(facts, empty)).containsExactly("FIL00001 1");
    }

    @Test
    void an_empty_file_stands_alone_whatever_its_name() {
        FileStructure empty = new FileStructure(true, true, null, null, 0, 0, 0, 0, 0);

        assertThat(reasons(facts("ABC01.PN000042.XXX", FIL00011, false), empty)).containsExactly("FIL00003 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A00,1234,BCR,20230301,193000,42; FIL00002 1",
                "A00,1235,BCL,20230301,193000,42; FIL00009 1",
                "A00,1234,BCL,20230301,193000,43; FIL00010 1",
                "A00,1234,BCL,20230302,193000,42; FIL00013 1",
                "A00,9999,XXX,20230302,250000!REC00004,1; FIL00005 1",
                "A00,9999,XXX,20230302,193000; FIL00005 1",
                "!REC00015 A00,9999; FIL00005 1",
                "!REC00016 A00,9999; FIL00005 1",
                "~A00,9999,XXX,20230302,19?300!REC00013,1; FIL00016 1",
                "!REC00016 ~A00,9999; FIL00016 1"
            })
    void a_header_is_told_and_read_only_if_it_is_valid(String header, String reason) {
        assertThat(reasons(structure(header, Z99))).containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Z99,8; FIL00007 11",
                "Z99,x!REC00004; FIL00020 11",
                "Z99,8,; FIL00020 11",
                "!REC00016 Z99,8; FIL00020 11",
                "~Z99,8; FIL00016 1"
            })
    void a_trailer_is_told_and_its_count_read_only_if_it_is_valid(String trailer, String reason) {
        assertThat(reasons(structure(A00, trailer))).containsExactly(reason);
    }

    @Test
    void a_missing_trailer_names_the_last_line_and_its_count_is_not_asked() {
        assertThat(reasons(structure(A00, null))).containsExactly("FIL00006 11");
    }

    @Test
    void a_surplus_record_is_named_and_stops_the_count() {
        assertThat(reasons(structure(A00, "Z99,8", 7, 0, 3))).containsExactly("FIL00008 7");
    }

    @Test
    void stray_records_and_missing_contacts_are_one_reason() {
        assertThat(reasons(structure(A00, Z99, 0, 2, 3))).containsExactly("FIL00014 2");
        assertThat(reasons(structure(A00, Z99, 0, 2, 0))).containsExactly("FIL00014 1");
        assertThat(reasons(structure(A00, Z99, 0, 0, 0))).containsExactly("FIL00014 1");
    }

    @Test
    void contacts_above_the_limit_are_too_many() {
        assertThat(reasons(structure(A00, Z99, 0, 0, 4))).containsExactly("FIL00015 1");
    }

    @Test
    void after_content_that_cannot_be_read_name_owner_and_number_are_still_checked() {
        FileFacts facts = facts("XYZ01.PN000042.BCR", FIL00012, false);
        FileStructure notText = new FileStructure(false, false, null, null, 0, 0, 0, 0, 0);

        assertThat(reasons(facts, null)).containsExactly("FIL00002 1", "FIL00012 1", "FIL00017 1", "FIL00018 1");
        assertThat(reasons(facts, notText)).containsExactly("FIL00002 1", "FIL00012 1", "FIL00016 1", "FIL00017 1");
        assertThat(reasons(facts, structure(null, "~Z99,77", 5, 2, 9)))
                .containsExactly("FIL00002 1", "FIL00004 1", "FIL00012 1", "FIL00017 1");
    }

    @Test
    void numbers_of_another_organisations_name_are_not_looked_up_but_compared_with_the_header() {
        FileFacts facts = facts("ABC01.PN000042.BCL", FIL00011);

        assertThat(reasons(facts, structure(A00, Z99))).containsExactly("FIL00009 1");
        assertThat(reasons(facts, structure(A00.replace(",42", ",41"), Z99)))
                .containsExactly("FIL00009 1", "FIL00010 1");
    }

    @Test
    void reasons_go_by_code_each_once() {
        FileFacts facts = facts("XYZ01.PN000042.BCR", FIL00011, false);
        FileStructure structure = structure("A00,1,BCR,20230302,193000,41", "~Z99,1", 3, 2, 4);

        assertThat(reasons(facts, structure))
                .containsExactly(
                        "FIL00002 1",
                        "FIL00008 3",
                        "FIL00009 1",
                        "FIL00010 1",
                        "FIL00011 1",
                        "FIL00013 1",
                        "FIL00014 2",
                        "FIL00015 1",
                        "FIL00016 1",
                        "FIL00017 1");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "FIL.*")
    void a_rejected_file_uses_up_its_number_but_for_five_reasons(Reason reason) {
        boolean uses = FileCheck.usesUpNumber(facts(NAME, null), List.of(new FileFinding(reason, 1)));

        assertThat(uses)
                .isEqualTo(!List.of(FIL00001, FIL00006, FIL00009, FIL00011, FIL00012)
                        .contains(reason));
    }

    @Test
    void an_empty_file_changes_no_number_that_was_used_or_is_anothers() {
        List<FileFinding> empty = List.of(new FileFinding(FIL00003, 1));

        assertThat(FileCheck.usesUpNumber(facts(NAME, null), empty)).isTrue();
        assertThat(FileCheck.usesUpNumber(facts(NAME, FIL00011), empty)).isFalse();
        assertThat(FileCheck.usesUpNumber(facts("ABC01.PN000042.BCL", null), empty))
                .isFalse();
    }
}
