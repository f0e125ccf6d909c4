package bcl.validation;

import static bcl.validation.Lines.L05;
import static bcl.validation.Lines.L12;
import static bcl.validation.Lines.address;
import static bcl.validation.Lines.contact;
import static bcl.validation.Lines.enquiry;
import static bcl.validation.Lines.meter;
import static bcl.validation.Lines.related;
import static bcl.validation.RuleCase.of;
import static bcl.validation.Situation.UNKNOWN;

import java.util.List;

/** Records as such, and reasons that fields had already. */
final class RecordCases {
    private static final String SITE_CONTACT = "L03,,P SAMPLE,0121 496 0456,,";

    static final List<RuleCase> ALL = List.of(
            of("an unknown record", Situation.of(enquiry(), L12, "L13,1"), "4 L13 REC00008"),
            of(
                    "an unknown record is that alone, and an id that is not three allowed characters is not shown",
                    Situation.of(enquiry(), L12, "!REC00015 !REC00016 LONG,1", "L\u00e92,1", ""),
                    "4  REC00008",
                    "5  REC00008",
                    "6  REC00008"),
            of("a record lower than one before it", Situation.of(enquiry(), L05, meter("5"), L12), "4 L04 REC00009"),
            of(
                    "the highest id before a record counts, also of one without fields",
                    Situation.of(enquiry(), "!REC00015 L12,1", meter("5"), L05),
                    "3 L12 REC00015",
                    "4 L04 REC00009",
                    "5 L05 REC00009"),
            of("an unknown record has no place", Situation.of(enquiry(), "ZZZ,1", L12), "3 ZZZ REC00008"),
            of(
                    "each record above the limit, with or without fields",
                    Situation.of(enquiry(), "!REC00015 L03,X", SITE_CONTACT, SITE_CONTACT, L12),
                    "3 L03 REC00015",
                    "4 L03 REC00010",
                    "5 L03 REC00010"),
            of("a wrong number of fields", Situation.of(enquiry(), "L12,1,SEEN,"), "3 L12 REC00001"),
            of("bad quotes", Situation.of(enquiry(), "!REC00015 L12,1,SEEN"), "3 L12 REC00015"),
            of("a record that is too long", Situation.of(enquiry(), "!REC00016 L12,1,SEEN"), "3 L12 REC00016"),
            of(
                    "all that can be told of a record is told",
                    Situation.of(contact("UNC"), address("P"), SITE_CONTACT, L12, "!REC00015 !REC00016 L03,X"),
                    "4 L03 REC00012",
                    "6 L03 REC00009",
                    "6 L03 REC00010",
                    "6 L03 REC00012",
                    "6 L03 REC00015",
                    "6 L03 REC00016"),
            of(
                    "a contact without fields has no code, so that nothing is missing or not allowed",
                    Situation.of("!REC00001 L01,R,FLE", L05),
                    "2 L01 REC00001"),
            of(
                    "surplus records and those that are not allowed are looked into",
                    Situation.of(contact("STE"), Lines.request("EX", "Y"), "L06,LI,SR,,N,Y", "L09,,20230101,1,IR,", L12)
                            .status("DE"),
                    "4 L06 REC00010",
                    "4 L06.2 MPR00005",
                    "4 L06.4 REC00002",
                    "5 L09 REC00012",
                    "5 L09.2 REC00002"),
            of(
                    "reasons that fields had already",
                    Situation.of("L01,X!REC00003,ENQ,,,,X!REC00004,A!REC00013,0121,,2023!REC00005", L12),
                    "2 L01.2 REC00003",
                    "2 L01.7 REC00004",
                    "2 L01.8 REC00013",
                    "2 L01.11 REC00005"),
            of(
                    "forms of numbers and postcodes",
                    Situation.of(
                            contact("MUS", "77!MPR00001", "NONE!MSN00001"),
                            "L02,P,,,,12,,,HIGH STREET,,,,B!ADD00013,3AA,",
                            L12),
                    "2 L01.4 MPR00001",
                    "2 L01.5 MSN00001",
                    "3 L02.11 REC00002",
                    "3 L02.13 ADD00013"),
            of(
                    "a number of wrong check digits is not looked for",
                    Situation.of(contact("MUS", UNKNOWN + "!MPR00002", ""), L12),
                    "2 L01.4 MPR00002"),
            of(
                    "with an unknown code the rules that read it do not run, but the others do",
                    Situation.of(contact("PSC!CON00001", Long.toString(UNKNOWN), ""), L05, related(UNKNOWN)),
                    "2 L01.3 CON00001",
                    "4 L10.2 MPR00003",
                    "4 L10.2 MPR00007"));

    private RecordCases() {}
}
