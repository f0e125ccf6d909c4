package bcl.validation;

import static bcl.validation.Lines.L05;
import static bcl.validation.Lines.L12;
import static bcl.validation.Lines.address;
import static bcl.validation.Lines.adjustment;
import static bcl.validation.Lines.contact;
import static bcl.validation.Lines.enquiry;
import static bcl.validation.Lines.meter;
import static bcl.validation.RuleCase.of;

import java.util.List;

/** Rules about child records that need no snapshot. */
final class ChildCases {
    static final List<RuleCase> ALL = List.of(
            of(
                    "no element of the building",
                    Situation.of(enquiry(), address("P").replace("12", ""), L12),
                    "3 L02 ADD00010"),
            of(
                    "a building number that failed is given",
                    Situation.of(enquiry(), address("P").replace("12", "A!REC00004"), L12),
                    "3 L02.6 REC00004"),
            of("an address type twice", Situation.of(enquiry(), address("N"), address("N"), L12), "4 L02.2 REC00010"),
            of(
                    "an address type that the code does not take, twice",
                    Situation.of(contact("ADD"), address("P"), address("N"), address("N")),
                    "4 L02.2 REC00012",
                    "5 L02 REC00010",
                    "5 L02.2 REC00010",
                    "5 L02.2 REC00012"),
            of(
                    "an optional address of another type",
                    Situation.of(contact("ISO"), address("H"), Lines.request("DE", "N")),
                    "3 L02.2 REC00012"),
            of("the first address type is missing", Situation.of(contact("ADD"), address("H")), "2 L02 REC00011"),
            of(
                    "the first address type is not missed beside one that failed",
                    Situation.of(contact("ADD"), address("H"), address("X!REC00007")),
                    "4 L02.2 REC00007"),
            of(
                    "nor beside an address without fields",
                    Situation.of(contact("ADD"), "!REC00015 L02,X"),
                    "3 L02 REC00015"),
            of("no address at all is told once", Situation.of(contact("ADD")), "2 L02 REC00011"),
            of("each missing record type", Situation.of(contact("AGG")), "2 L10 REC00011", "2 L12 REC00011"),
            of(
                    "neither telephone nor e-mail of the site contact",
                    Situation.of(enquiry(), "L03,,P SAMPLE,,,", L12),
                    "3 L03.4 CON00009"),
            of(
                    "a meter made next year",
                    Situation.of(enquiry(), meter("5").replace("2021", "2024"), L12),
                    "3 L04.5 REC00007"),
            of("a meter made this year", Situation.of(enquiry(), meter("5").replace("2021", "2023"), L12)),
            of(
                    "a meter installed tomorrow",
                    Situation.of(enquiry(), meter("5").replace("20220915", "20230302"), L12),
                    "3 L04.11 REC00014"),
            of(
                    "a read of tomorrow",
                    Situation.of(enquiry(), L05.replace("20230101", "20230302"), L12),
                    "3 L05.2 REC00014"),
            of(
                    "more digits than the largest meter",
                    Situation.of(enquiry(), meter("4"), meter("3"), L05, L05.replace("4711", "12345"), L12),
                    "6 L05.3 RDG00001"),
            of(
                    "digits are not counted without meters",
                    Situation.of(enquiry(), L05.replace("4711", "123456789012"), L12)),
            of(
                    "digits are not counted beside a meter that does not tell",
                    Situation.of(enquiry(), meter("4"), meter(""), L05.replace("4711", "12345"), L12)),
            of(
                    "nor beside a meter without fields",
                    Situation.of(enquiry(), meter("4"), "!REC00016 L04,X", L05.replace("4711", "12345"), L12),
                    "4 L04 REC00016"),
            of(
                    "service removed without a date",
                    Situation.of(contact("GSR"), "L06,DE,SR,,N,N", L12),
                    "3 L06.4 REC00002"),
            of("cap removed without a date", Situation.of(contact("GSR"), "L06,DE,CR,,N,N", L12), "3 L06.4 REC00002"),
            of(
                    "a date that failed is given",
                    Situation.of(contact("GSR"), "L06,DE,SR,1!REC00005,N,N", L12),
                    "3 L06.4 REC00005"),
            of("a status of tomorrow", Situation.of(contact("GSR"), "L06,DE,SR,20230302,N,N", L12), "3 L06.4 REC00014"),
            of(
                    "a theft that ends before it starts",
                    Situation.of(contact("TOG"), "L08,20220102,20220101,,TM,,", L12),
                    "3 L08.3 THF00001"),
            of("a theft of one day", Situation.of(contact("TOG"), "L08,20220101,20220101,,TM,,", L12)),
            of(
                    "a theft in the future",
                    Situation.of(contact("TOG"), "L08,20230302,20230303,,TM,,", L12),
                    "3 L08.2 REC00014",
                    "3 L08.3 REC00014"),
            of(
                    "fields that the code needs",
                    Situation.of(contact("SUT"), "L08,20220101,20220101,,TM,,"),
                    "3 L08.4 REC00002",
                    "3 L08.7 REC00002"),
            of(
                    "an adjustment that ends on its first day",
                    Situation.of(contact("RFA"), adjustment("20220101", "20220101")),
                    "3 L09.3 REC00014"),
            of(
                    "an adjustment in the future is told once a field",
                    Situation.of(contact("RFA"), adjustment("20230303", "20230302")),
                    "3 L09.2 REC00014",
                    "3 L09.3 REC00014"),
            of(
                    "a configuration in the future",
                    Situation.of(contact("PRS"), Lines.related(Situation.OTHER).replace("20230101", "20990101"))),
            of(
                    "a queried file of tomorrow",
                    Situation.of(contact("FLE", "", ""), "L11,QRS01.PN000007.BCL,20230302"),
                    "3 L11.3 REC00014"),
            of(
                    "a narrative's number is its place",
                    Situation.of(enquiry(), L12, "L12,3,SEEN", "!REC00015 L12,X", "L12,4,SEEN"),
                    "4 L12.2 REC00009",
                    "5 L12 REC00015"));

    private ChildCases() {}
}
