package bcl.validation;

import static bcl.validation.Fields.L04_DIALS;
import static bcl.validation.Fields.L04_INSTALLED;
import static bcl.validation.Fields.L04_YEAR;
import static bcl.validation.Fields.L05_DATE;
import static bcl.validation.Fields.L05_READING;

import bcl.wire.GroupTail;
import bcl.wire.InboundRecord;
import bcl.wire.Reason;
import java.util.List;

/** The rules about L04 and L05. */
final class MeterRules {
    /** What is not known keeps RDG00001 from running. */
    private static final long UNKNOWN = Long.MAX_VALUE;

    static final Rule MADE_LATER = Rule.at(L04_YEAR, Reason.REC00007, (group, meter) -> {
        Long year = meter.number(L04_YEAR.number());
        return year != null && year > group.file().receiptDate().getYear();
    });

    static final Rule INSTALLED_LATER = Rule.notAfterReceipt(L04_INSTALLED);

    static final Rule READ_LATER = Rule.notAfterReceipt(L05_DATE);

    static final Rule MORE_DIGITS_THAN_DIALS = Rule.at(L05_READING, Reason.RDG00001, (group, read) -> {
        Long reading = read.number(L05_READING.number());
        return reading != null && Long.toString(reading).length() > largestDials(group);
    });

    static final List<Rule> ALL = List.of(MADE_LATER, INSTALLED_LATER, READ_LATER, MORE_DIGITS_THAN_DIALS);

    private MeterRules() {}

    /** The largest NUMBER_OF_DIALS_OR_DIGITS if the group has an L04 and every L04 tells one that passed. */
    private static long largestDials(GroupView group) {
        GroupTail tail = group.group().tail();
        boolean anyMeter = tail.ids().contains("L04");
        long largest = tail.largestDials();
        for (InboundRecord record : group.group().records()) {
            if (record.id().equals("L04")) {
                Long dials = record.hasFields() ? record.number(L04_DIALS.number()) : null;
                if (dials == null) {
                    return UNKNOWN;
                }
                largest = Math.max(largest, dials);
                anyMeter = true;
            }
        }
        return anyMeter && tail.everyDialsGiven() ? largest : UNKNOWN;
    }
}
