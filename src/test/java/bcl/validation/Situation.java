package bcl.validation;

import bcl.wire.ContactGroup;
import bcl.wire.ContactStatus;
import bcl.wire.Finding;
import bcl.wire.GroupTail;
import bcl.wire.InboundRecord;
import bcl.wire.Limits;
import bcl.wire.MeterPoint;
import bcl.wire.MeterPoints;
import bcl.wire.OpenKey;
import bcl.wire.Organisation;
import bcl.wire.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A group on line 2 of a file received on 1 March 2023 from XYZ, with a small snapshot, and what is known of other contacts. */
record Situation(
        List<String> lines,
        Role role,
        MeterPoint own,
        GroupTail tail,
        boolean repeatsReference,
        Map<String, LocalDate> codesFrom,
        Known known) {
    static final long OWN = 9900001207L;
    static final long OTHER = 1000000109L;
    static final long UNKNOWN = 6123406L;
    static final MeterPoint LIVE = new MeterPoint(OWN, "XYZ", "XYZ", "LI", 2, false, null);
    static final Known NOTHING = new Logged(null, false, null);

    static Situation of(String... lines) {
        return new Situation(List.of(lines), Role.S, LIVE, GroupTail.NONE, false, Map.of(), NOTHING);
    }

    Situation as(Role other) {
        return new Situation(lines, other, own, tail, repeatsReference, codesFrom, known);
    }

    Situation point(String shipper, String network, String status, int meterClass, boolean lowAq, String serial) {
        MeterPoint point = new MeterPoint(OWN, shipper, network, status, meterClass, lowAq, serial);
        return new Situation(lines, role, point, tail, repeatsReference, codesFrom, known);
    }

    Situation status(String status) {
        return point("XYZ", "XYZ", status, 2, false, null);
    }

    Situation meterClass(int meterClass) {
        return point("XYZ", "XYZ", "LI", meterClass, false, null);
    }

    Situation tail(GroupTail other) {
        return new Situation(lines, role, own, other, repeatsReference, codesFrom, known);
    }

    Situation repeatingReference() {
        return new Situation(lines, role, own, tail, true, codesFrom, known);
    }

    Situation opens(String code, LocalDate from) {
        return new Situation(lines, role, own, tail, repeatsReference, Map.of(code, from), known);
    }

    Situation knowing(Known other) {
        return new Situation(lines, role, own, tail, repeatsReference, codesFrom, other);
    }

    Assessed assess() {
        List<InboundRecord> records = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            records.add(TestRecord.of(i + 2, lines.get(i)));
        }
        FileContext file = new FileContext(
                new Organisation("XYZ", 1234, "Example", role, true),
                LocalDate.of(2023, 3, 1),
                new Limits(10_000, 1_000_000, codesFrom));
        return ContactRules.assess(new ContactGroup(0, records, tail), file, new Snapshot(own), repeatsReference);
    }

    Verdict verdict() {
        return Verdict.decide(assess(), known);
    }

    /** The verdict's findings as {@code line id.field code}; the field is left out if there is none. */
    List<String> findings() {
        Verdict verdict = verdict();
        List<Finding> findings = verdict instanceof Verdict.Accepted accepted
                ? accepted.warnings()
                : verdict instanceof Verdict.Rejected rejected
                        ? rejected.reasons()
                        : List.of(((Verdict.Repeated) verdict).finding());
        return findings.stream().map(Situation::text).toList();
    }

    private static String text(Finding finding) {
        String place = finding.field() == 0 ? finding.recordId() : finding.recordId() + "." + finding.field();
        return finding.line() + " " + place + " " + finding.reason();
    }

    /** The point of the group, another one of the same network, and no other. */
    record Snapshot(MeterPoint own) implements MeterPoints {
        @Override
        public LocalDate date() {
            return LocalDate.of(2023, 2, 28);
        }

        @Override
        public MeterPoint find(long mprn) {
            if (mprn == OTHER) {
                return new MeterPoint(OTHER, "ABC", "NET", "LI", 4, false, null);
            }
            return mprn == OWN ? own : null;
        }
    }

    /** What is known, whatever is asked. */
    record Logged(Known.Earlier earlier, boolean open, Known.Previous previous) implements Known {
        static Logged previous(String organisation, String code, ContactStatus status, boolean followed) {
            return new Logged(null, false, new Known.Previous(organisation, code, status, followed));
        }

        @Override
        public Known.Earlier withReference(String reference) {
            return earlier;
        }

        @Override
        public boolean hasOpen(OpenKey key) {
            return open;
        }

        @Override
        public Known.Previous withCrn(long crn) {
            return previous;
        }
    }
}
