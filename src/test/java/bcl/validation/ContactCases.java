package bcl.validation;

import static bcl.validation.Lines.L12;
import static bcl.validation.Lines.address;
import static bcl.validation.Lines.contact;
import static bcl.validation.Lines.enquiry;
import static bcl.validation.Lines.related;
import static bcl.validation.Lines.request;
import static bcl.validation.RuleCase.of;
import static bcl.validation.Situation.OWN;

import bcl.validation.Situation.Logged;
import bcl.wire.ContactStatus;
import bcl.wire.Role;
import java.time.LocalDate;
import java.util.List;

/** Rules about the L01, and those that look up other contacts. */
final class ContactCases {
    private static final String FILE_QUERY = "L11,QRS01.PN000007.BCL,";
    private static final String FOLLOWING = enquiry().replace(",D,,", ",D,5000000001,");

    static final List<RuleCase> ALL = List.of(
            of("an enquiry without a fault", Situation.of(enquiry(), L12)),
            of(
                    "a reference that an earlier group carries",
                    Situation.of(enquiry(), L12).repeatingReference(),
                    "2 L01.2 CON00004"),
            of(
                    "a reference that failed is not compared",
                    Situation.of(enquiry().replace("REF/1", "REF!REC00003"), L12)
                            .repeatingReference(),
                    "2 L01.2 REC00003"),
            of(
                    "a code that opens later, and whose other rules run",
                    Situation.of(enquiry()).opens("ENQ", LocalDate.of(2023, 3, 2)),
                    "2 L12 REC00011",
                    "2 L01.3 CON00002"),
            of("a code that opens today", Situation.of(enquiry(), L12).opens("ENQ", LocalDate.of(2023, 3, 1))),
            of(
                    "a code that never opens, by its other spelling",
                    Situation.of(contact("FILE", "", ""), FILE_QUERY).opens("FLE", LocalDate.MAX),
                    "2 L01.3 CON00002"),
            of(
                    "a role that may not, and the code's other rules run",
                    Situation.of(contact("MUS")).as(Role.M),
                    "2 L12 REC00011",
                    "2 L01.3 CON00003"),
            of("no number where one is due", Situation.of(contact("MUS", "", ""), L12), "2 L01.4 REC00002"),
            of(
                    "a number where none may be has that reason alone, though it is of no form",
                    Situation.of(contact("MNC", "123!MPR00001", ""), address("N"), L12),
                    "2 L01.4 MPR00006"),
            of(
                    "after MPR00006 no rule looks at the number",
                    Situation.of(contact("FLE"), related(OWN), FILE_QUERY)
                            .point("ABC", "ABC", "DE", 1, true, "OTHER")
                            .knowing(new Logged(null, true, null)),
                    "2 L01.4 MPR00006",
                    "3 L10 REC00012"),
            of(
                    "no serial number where one is due",
                    Situation.of(contact("DTL"), request("LI", "Y")).status("DE"),
                    "2 L01.5 REC00002"),
            of(
                    "a serial number where none may be has that reason alone, though it differs from the recorded one",
                    Situation.of(contact("STE", "" + OWN, "M1"), request("EX", "Y"), L12)
                            .point("XYZ", "XYZ", "DE", 2, false, "M2"),
                    "2 L01.5 REC00012"),
            of(
                    "a serial number of no form where none may be",
                    Situation.of(contact("FLE", "", "NONE!MSN00001"), FILE_QUERY),
                    "2 L01.5 REC00012"),
            of(
                    "neither telephone nor e-mail",
                    Situation.of(enquiry().replace("01632 960123", ""), L12),
                    "2 L01.9 CON00009"),
            of(
                    "a telephone that failed is given",
                    Situation.of(enquiry().replace("01632 960123", "12!REC00004"), L12),
                    "2 L01.9 REC00004"),
            of(
                    "evidence of tomorrow",
                    Situation.of(enquiry().replace("20230220", "20230302"), L12),
                    "2 L01.11 REC00014"),
            of("evidence of today", Situation.of(enquiry().replace("20230220", "20230301"), L12)),
            of(
                    "an open contact of the same code and number",
                    Situation.of(contact("MUS"), L12).knowing(new Logged(null, true, null)),
                    "2 L01.4 CON00006"),
            of(
                    "contacts without a number are not compared",
                    Situation.of(enquiry(), L12).knowing(new Logged(null, true, null))),
            of("an unknown previous contact", Situation.of(FOLLOWING, L12), "2 L01.7 CON00007"),
            of(
                    "a previous contact of another organisation",
                    Situation.of(FOLLOWING, L12).knowing(Logged.previous("ABC", "ENQ", ContactStatus.CCIV, false)),
                    "2 L01.7 CON00007"),
            of(
                    "a previous contact of another code is that alone, though it is open",
                    Situation.of(FOLLOWING, L12).knowing(Logged.previous("XYZ", "MUS", ContactStatus.AACA, false)),
                    "2 L01.7 CON00007"),
            of(
                    "a previous contact that is closed valid",
                    Situation.of(FOLLOWING, L12).knowing(Logged.previous("XYZ", "ENQ", ContactStatus.CCVA, false)),
                    "2 L01.7 CON00008"),
            of(
                    "a previous contact that another one follows",
                    Situation.of(FOLLOWING, L12).knowing(Logged.previous("XYZ", "ENQ", ContactStatus.CCIV, true)),
                    "2 L01.7 CON00008"),
            of(
                    "a previous contact that is closed invalid",
                    Situation.of(FOLLOWING, L12).knowing(Logged.previous("XYZ", "ENQ", ContactStatus.CCIV, false))),
            of(
                    "the previous contact is not asked for without a code",
                    Situation.of(FOLLOWING.replace("ENQ", "XXX!CON00001"), L12),
                    "2 L01.3 CON00001"));

    private ContactCases() {}
}
