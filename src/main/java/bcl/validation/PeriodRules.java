package bcl.validation;

import static bcl.validation.Fields.L08_END;
import static bcl.validation.Fields.L08_START;
import static bcl.validation.Fields.L09_END;
import static bcl.validation.Fields.L09_START;

import bcl.wire.MeterPoint;
import bcl.wire.Reason;
import java.time.LocalDate;
import java.util.List;

/** The rules about the periods of L08 and L09. */
final class PeriodRules {
    /** Adjustments of small meter points must end after it (interface, section 4, L09.3). */
    private static final LocalDate SMALL_POINTS_AFTER = LocalDate.of(2017, 6, 1);

    static final Rule THEFT_STARTS_LATER = Rule.notAfterReceipt(L08_START);

    static final Rule THEFT_ENDS_LATER = Rule.notAfterReceipt(L08_END);

    static final Rule THEFT_ENDS_BEFORE_START = Rule.at(L08_END, Reason.THF00001, (group, theft) -> {
        LocalDate start = theft.date(L08_START.number());
        LocalDate end = theft.date(L08_END.number());
        return start != null && end != null && end.isBefore(start);
    });

    static final Rule ADJUSTMENT_STARTS_LATER = Rule.notAfterReceipt(L09_START);

    static final Rule ADJUSTMENT_ENDS_LATER = Rule.notAfterReceipt(L09_END);

    static final Rule ADJUSTMENT_EMPTY = Rule.at(L09_END, Reason.REC00014, (group, adjustment) -> {
        LocalDate start = adjustment.date(L09_START.number());
        LocalDate end = adjustment.date(L09_END.number());
        return start != null && end != null && !end.isAfter(start);
    });

    static final Rule SMALL_POINT_TOO_EARLY = Rule.at(L09_END, Reason.ADJ00002, (group, adjustment) -> {
        MeterPoint point = group.point();
        LocalDate end = adjustment.date(L09_END.number());
        return point != null && point.lowAq() && end != null && !end.isAfter(SMALL_POINTS_AFTER);
    });

    static final List<Rule> ALL = List.of(
            THEFT_STARTS_LATER,
            THEFT_ENDS_LATER,
            THEFT_ENDS_BEFORE_START,
            ADJUSTMENT_STARTS_LATER,
            ADJUSTMENT_ENDS_LATER,
            ADJUSTMENT_EMPTY,
            SMALL_POINT_TOO_EARLY);

    private PeriodRules() {}
}
