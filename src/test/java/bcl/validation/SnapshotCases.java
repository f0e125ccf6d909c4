package bcl.validation;

import static bcl.validation.Lines.L12;
import static bcl.validation.Lines.address;
import static bcl.validation.Lines.adjustment;
import static bcl.validation.Lines.contact;
import static bcl.validation.Lines.related;
import static bcl.validation.Lines.request;
import static bcl.validation.RuleCase.of;
import static bcl.validation.Situation.OTHER;
import static bcl.validation.Situation.OWN;
import static bcl.validation.Situation.UNKNOWN;

import bcl.wire.Role;
import java.util.List;

/** Rules that ask the meter point snapshot. */
final class SnapshotCases {
    private static final String L09 = adjustment("20220101", "20221231");

    static final List<RuleCase> ALL = List.of(
            of("an unknown number", Situation.of(contact("MUS", "" + UNKNOWN, ""), L12), "2 L01.4 MPR00003"),
            of(
                    "a found meter whose number is held already, and its serial number differs",
                    Situation.of(contact("FOM", "" + OWN, "M1"), address("N"))
                            .as(Role.U)
                            .point("XYZ", "XYZ", "LI", 2, false, "M2"),
                    "2 L01.4 MPR00009",
                    "2 L01.5 MSN00002"),
            of(
                    "a found meter of a new number",
                    Situation.of(contact("FOM", "" + UNKNOWN, ""), address("N")).as(Role.U)),
            of(
                    "another shipper's meter point",
                    Situation.of(contact("GSR"), L12).point("ABC", "XYZ", "LI", 2, false, null),
                    "2 L01.4 MPR00004"),
            of(
                    "another network's meter point, for a transporter",
                    Situation.of(contact("GSR"), L12).as(Role.G).point("XYZ", "NET", "LI", 2, false, null),
                    "2 L01.4 MPR00004"),
            of(
                    "another network's meter point, for an independent transporter",
                    Situation.of(contact("GSR"), L12).as(Role.I).point("XYZ", "NET", "LI", 2, false, null),
                    "2 L01.4 MPR00004"),
            of(
                    "a transporter's meter point, whoever ships",
                    Situation.of(contact("GSR"), L12).as(Role.G).point("ABC", "XYZ", "LI", 2, false, null)),
            of(
                    "a meter reading agency is not asked for its own",
                    Situation.of(contact("MUR", "" + OWN, "M1")).as(Role.M).point("ABC", "NET", "LI", 2, false, null)),
            of(
                    "present status for any request",
                    Situation.of(contact("DTL", "" + OWN, "M1"), request("LI", "Y")),
                    "2 L01.4 MPR00005"),
            of(
                    "present status for any request, though the request is missing",
                    Situation.of(contact("STE"), L12),
                    "2 L06 REC00011",
                    "2 L01.4 MPR00005"),
            of(
                    "a planned point to extinct",
                    Situation.of(contact("STE"), request("EX", "N"), L12).status("PL")),
            of("present status by request", Situation.of(contact("ISO"), request("DE", "N"), L12)),
            of(
                    "present status that the request rules out",
                    Situation.of(contact("ISO"), request("LI", "N"), L12),
                    "2 L01.4 MPR00005"),
            of(
                    "a capped point to live",
                    Situation.of(contact("ISO"), request("LI", "Y"), L12).status("CA")),
            of(
                    "a request that failed rules no status out",
                    Situation.of(contact("ISO"), "L06,XX!REC00007,IE,,N,N", L12).status("DE"),
                    "3 L06.2 REC00007"),
            of(
                    "both kinds of MPR00005, and gas that contradicts",
                    Situation.of(contact("DTL", "" + OWN, "M1"), request("EX", "N")),
                    "2 L01.4 MPR00005",
                    "3 L06.2 MPR00005",
                    "3 L06.6 MPR00008"),
            of("any request for GSR", Situation.of(contact("GSR"), request("EX", "N"), L12)),
            of("isolated, but gas flows", Situation.of(contact("ISO"), request("DE", "Y"), L12), "3 L06.6 MPR00008"),
            of(
                    "live again, and gas flows",
                    Situation.of(contact("ISO"), request("LI", "Y"), L12).status("CL")),
            of("an RFA on class 1", Situation.of(contact("RFA"), L09).meterClass(1), "2 L01.4 ADJ00001"),
            of("an RFA on class 4", Situation.of(contact("RFA"), L09).meterClass(4)),
            of("a DMQ on class 2", Situation.of(contact("DMQ"), L12).meterClass(2), "2 L01.4 ADJ00003"),
            of("a DMQ on class 1", Situation.of(contact("DMQ"), L12).meterClass(1)),
            of(
                    "a proposed address beside an unknown number",
                    Situation.of(contact("DTL", "" + UNKNOWN, "M1"), address("P"), request("LI", "Y")),
                    "2 L01.4 CON00012",
                    "2 L01.4 MPR00003"),
            of(
                    "no proposed address that passed beside an unknown number",
                    Situation.of(
                            contact("ISO", "" + UNKNOWN, ""),
                            "L02,P!REC00007,,,,1,,,S,,T,,B1,3AA,",
                            request("DE", "N")),
                    "2 L01.4 MPR00003",
                    "3 L02.2 REC00007"),
            of(
                    "a warning alone lets the contact pass",
                    Situation.of(contact("MUS", "" + OWN, "M1"), L12).point("XYZ", "XYZ", "LI", 2, false, "M2"),
                    "2 L01.5 MSN00002"),
            of(
                    "the recorded serial number",
                    Situation.of(contact("MUS", "" + OWN, "M1"), L12).point("XYZ", "XYZ", "LI", 2, false, "M1")),
            of(
                    "a point that is its own duplicate",
                    Situation.of(contact("DUP"), "L07," + OWN + ",,"),
                    "3 L07.2 MPR00007"),
            of("an unknown duplicate", Situation.of(contact("DUP"), "L07," + UNKNOWN + ",,"), "3 L07.2 MPR00003"),
            of("another's duplicate", Situation.of(contact("DUP"), "L07," + OTHER + "," + OTHER + ",")),
            of("the own point retained", Situation.of(contact("DUP"), "L07," + OTHER + "," + OWN + ",")),
            of(
                    "neither of the two points retained",
                    Situation.of(contact("DUP"), "L07," + OTHER + "," + UNKNOWN + ","),
                    "3 L07.3 REC00007"),
            of(
                    "the retained point is not compared with a number that failed",
                    Situation.of(contact("DUP"), "L07,77!MPR00001,123,"),
                    "3 L07.2 MPR00001"),
            of("a point related to itself", Situation.of(contact("PRS"), related(OWN)), "3 L10.2 MPR00007"),
            of("an unknown related point", Situation.of(contact("PRS"), related(UNKNOWN)), "3 L10.2 MPR00003"),
            of(
                    "an adjustment of a small point that ends on 1 June 2017",
                    Situation.of(contact("RFA"), adjustment("20170101", "20170601"))
                            .point("XYZ", "XYZ", "LI", 2, true, null),
                    "3 L09.3 ADJ00002"),
            of(
                    "an adjustment of a small point that ends on 2 June 2017",
                    Situation.of(contact("RFA"), adjustment("20170101", "20170602"))
                            .point("XYZ", "XYZ", "LI", 2, true, null)),
            of(
                    "an early adjustment of a large point",
                    Situation.of(contact("RFA"), adjustment("20160101", "20160601"))));

    private SnapshotCases() {}
}
