package bcl.validation;

import static bcl.validation.Lines.L05;
import static bcl.validation.Lines.L12;
import static bcl.validation.Lines.contact;
import static bcl.validation.Lines.enquiry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.validation.Situation.Logged;
import bcl.wire.ContactRecord;
import bcl.wire.ContactStatus;
import bcl.wire.ContentDigest;
import bcl.wire.GroupTail;
import bcl.wire.OpenKey;
import bcl.wire.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final long FIRST = 5000000001L;

    private static Known logged(Situation before) {
        ContentDigest content = before.assess().content().digest();
        return new Logged(new Known.Earlier(FIRST, ContactStatus.SVDN, content), true, null);
    }

    @Test
    void a_contact_without_findings_is_accepted() {
        assertThat(Situation.of(enquiry(), L12).verdict()).isEqualTo(new Verdict.Accepted(List.of()));
    }

    @Test
    void a_contact_sent_again_gets_its_first_number_whatever_other_rules_say_today() {
        Situation before = Situation.of(contact("MUS"), L12);
        Situation again =
                Situation.of(contact("MUS"), L12).as(Role.M).status("EX").knowing(logged(before));

        Verdict verdict = again.verdict();

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Repeated.class,
                        repeated -> assertThat(repeated)
                                .extracting(Verdict.Repeated::crn, Verdict.Repeated::status)
                                .containsExactly(FIRST, ContactStatus.SVDN));
        assertThat(again.findings()).containsExactly("2 L01.2 CON00011");
    }

    @Test
    void another_spelling_of_the_code_is_the_same_content() {
        String query = "L11,QRS01.PN000007.BCL,20230101";
        Known known = logged(Situation.of(contact("FILE", "", ""), query));

        assertThat(Situation.of(contact("FLE", "", ""), query).knowing(known).findings())
                .containsExactly("2 L01.2 CON00011");
    }

    @Test
    void a_reference_with_other_content_was_used_for_another_contact() {
        Known known = logged(Situation.of(contact("MUS"), L12));

        assertThat(Situation.of(contact("MUS"), L12.replace("SEEN", "FOUND"))
                        .knowing(known)
                        .findings())
                .containsExactly("2 L01.2 CON00005", "2 L01.4 CON00006");
    }

    @Test
    void content_that_failed_is_other_content() {
        Known known = logged(Situation.of(enquiry(), L12));

        assertThat(Situation.of(enquiry(), "L12,1,").knowing(known).findings())
                .containsExactly("2 L01.2 CON00005", "3 L12.3 REC00002");
        assertThat(Situation.of(enquiry(), L12, "").knowing(known).findings())
                .containsExactly("2 L01.2 CON00005", "4  REC00008");
    }

    @Test
    void a_reference_that_an_earlier_group_carries_is_not_looked_for_in_earlier_files() {
        Situation before = Situation.of(enquiry(), L12);

        assertThat(before.repeatingReference().knowing(logged(before)).findings())
                .containsExactly("2 L01.2 CON00004");
    }

    @Test
    void a_warning_stands_beside_the_reasons_in_its_place() {
        Situation situation = Situation.of(
                        contact("MUS", "" + Situation.OWN, "M1").replace("T EXAMPLE", ""), L12)
                .point("XYZ", "XYZ", "LI", 2, false, "M2");

        assertThat(situation.verdict()).isInstanceOf(Verdict.Rejected.class);
        assertThat(situation.findings()).containsExactly("2 L01.5 MSN00002", "2 L01.8 REC00002");
    }

    @Test
    void a_warning_alone_is_accepted() {
        Situation situation =
                Situation.of(contact("MUS", "" + Situation.OWN, "M1"), L12).point("XYZ", "XYZ", "LI", 2, false, "M2");

        assertThat(situation.verdict()).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void the_first_fifteen_are_kept_after_sorting() {
        String[] lines = Lines.group(contact("PSA"), Lines.times(20, L05.replace("A,,", "X!REC00007,,")));
        Situation situation = Situation.of(lines).knowing(new Logged(null, true, null));

        List<String> findings = situation.findings();

        assertThat(findings).hasSize(15).startsWith("2 L01.4 CON00006", "3 L05.4 REC00007");
        assertThat(findings).endsWith("16 L05.4 REC00007");
        assertThat(situation.assess().findings()).hasSize(15);
    }

    @Test
    void findings_go_by_line_then_field_with_none_first_then_code_then_record() {
        Situation situation =
                Situation.of(contact("STE", "" + Situation.OWN, "").replace("T EXAMPLE", ""), "L05,,4711,X!REC00007,,");

        assertThat(situation.point("ABC", "NET", "LI", 2, false, null).findings())
                .containsExactly(
                        "2 L06 REC00011",
                        "2 L12 REC00011",
                        "2 L01.4 MPR00004",
                        "2 L01.4 MPR00005",
                        "2 L01.8 REC00002",
                        "3 L05 REC00012",
                        "3 L05.2 REC00002",
                        "3 L05.4 REC00007");
    }

    @Test
    void records_beyond_those_that_were_kept_count_for_the_first_lines() {
        GroupTail tail = new GroupTail(Set.of("L02", "L04", "L06", "L12"), Set.of("P"), true, 5, true, Set.of("DE"));

        assertThat(Situation.of(contact("STE"), L05.replace("4711", "123456"))
                        .status("DE")
                        .tail(tail)
                        .findings())
                .containsExactly("3 L05 REC00012", "3 L05.3 RDG00001");
        assertThat(Situation.of(contact("ADD"), Lines.address("H")).tail(tail).findings())
                .isEmpty();
        assertThat(Situation.of(contact("ISO", "" + Situation.UNKNOWN, ""))
                        .tail(tail)
                        .findings())
                .containsExactly("2 L01.4 CON00012", "2 L01.4 MPR00003");
        assertThat(Situation.of(contact("ISO")).status("CA").tail(tail).findings())
                .containsExactly("2 L01.4 MPR00005");
        assertThat(Situation.of(contact("ISO"), Lines.request("LI", "N"))
                        .status("CA")
                        .tail(tail)
                        .findings())
                .containsExactly("2 L01.4 MPR00005");
        assertThat(Situation.of(contact("ISO")).tail(tail).findings()).isEmpty();
    }

    @Test
    void records_beyond_those_that_were_kept_can_keep_rules_from_running() {
        GroupTail tail = new GroupTail(Set.of("L02", "L04", "L12"), Set.of(), false, 5, false, Set.of());

        assertThat(Situation.of(contact("ADD"), Lines.address("H")).tail(tail).findings())
                .isEmpty();
        assertThat(Situation.of(enquiry(), Lines.meter("4"), L05.replace("4711", "123456"))
                        .tail(tail)
                        .findings())
                .isEmpty();
    }

    @Test
    void only_what_passed_is_looked_up() {
        Assessed whole = Situation.of(contact("FOM"), Lines.address("N")).assess();
        Assessed failed = Situation.of(contact("MUS", "77!MPR00001", "")
                        .replace("REF/1", "REF!REC00003")
                        .replace(",D,,", ",D,x!REC00004,"))
                .assess();

        assertThat(whole.openKey()).isEqualTo(new OpenKey("FOM", Situation.OWN));
        assertThat(whole.referenceToAsk()).isEqualTo("REF/1");
        assertThat(failed.openKey()).isNull();
        assertThat(failed.referenceToAsk()).isNull();
        assertThat(failed.previousCrn()).isNull();
    }

    @Test
    void content_is_every_field_as_it_is_stored() {
        Content content = Situation.of(contact("FILE", "", ""), "L11,QRS01.PN000007.BCL,")
                .assess()
                .content();

        assertThat(content.records())
                .containsExactly(
                        new ContactRecord(
                                "L01",
                                "{\"ORIGINATOR_REFERENCE\":\"REF/1\",\"CONTACT_CODE\":\"FLE\",\"MARKET_SECTOR_CODE\":\"D\","
                                        + "\"REQUESTOR_NAME\":\"T EXAMPLE\",\"REQUESTOR_TELEPHONE\":\"01632 960123\","
                                        + "\"EVIDENCE_DATE\":\"20230220\"}"),
                        new ContactRecord("L11", "{\"QUERIED_FILE_NAME\":\"QRS01.PN000007.BCL\"}"));
        assertThat(content.toString()).doesNotContain("EXAMPLE");
    }

    /** The digest is kept in the database: it must be the same in every version, or a contact sent again would be another. */
    @Test
    void the_digest_is_of_every_field_in_its_stored_form() {
        ContentDigest digest = Situation.of(contact("FILE", "", ""), "L11,QRS01.PN000007.BCL,")
                .assess()
                .content()
                .digest();

        String content = "L01;L01;REF/1;FLE;;;D;;T EXAMPLE;01632 960123;;20230220;|L11;L11;QRS01.PN000007.BCL;;|";
        assertThat(digest)
                .isEqualTo(
                        ContentDigest.sha256(content.replace(';', (char) 0x1F).replace('|', (char) 0x1E)));
    }

    @Test
    void contents_that_differ_in_one_border_have_other_digests() {
        ContentDigest one = digest("L03,AB,CD,0121,,");
        ContentDigest other = digest("L03,A,BCD,0121,,");

        assertThat(one).isNotEqualTo(other).isEqualTo(ContentDigest.of(one.bytes()));
        assertThat(one).hasSameHashCodeAs(ContentDigest.of(one.bytes()));
        assertThat(one.bytes()).hasSize(32);
    }

    private static ContentDigest digest(String siteContact) {
        return Situation.of(enquiry(), siteContact, L12).assess().content().digest();
    }

    @Test
    void a_contact_with_failed_fields_has_no_content() {
        Assessed failed = Situation.of(enquiry(), "L12,,").assess();

        assertThat(failed.hasContent()).isFalse();
        assertThatThrownBy(failed::content)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("line 2");
    }
}
