package bcl.validation;

import bcl.wire.InboundRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rules about fields, in the order of the records that they look at. */
final class Rules {
    static final List<Rule> ALL = Stream.of(
                    ContactRecordRules.ALL,
                    MeterPointRules.ALL,
                    AddressRules.ALL,
                    MeterRules.ALL,
                    StatusRules.ALL,
                    RelatedPointRules.ALL,
                    PeriodRules.ALL,
                    TextRules.ALL,
                    CodeFieldRules.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Rule[] NONE = {};

    /** Arrays, since they are gone through for each record: the iterators of lists were a fourteenth of what the workers did (a profile). */
    private static final Map<String, Rule[]> BY_RECORD = ALL.stream()
            .collect(Collectors.groupingBy(
                    Rule::record,
                    Collectors.collectingAndThen(Collectors.toList(), rules -> rules.toArray(Rule[]::new))));

    private Rules() {}

    /** Not to be changed. */
    static Rule[] of(InboundRecord record) {
        return BY_RECORD.getOrDefault(record.id(), NONE);
    }
}
