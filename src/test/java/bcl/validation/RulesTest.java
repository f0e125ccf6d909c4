package bcl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.wire.Reason;
import bcl.wire.Reason.Level;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
    static Stream<RuleCase> cases() {
        return Stream.of(RecordCases.ALL, ContactCases.ALL, SnapshotCases.ALL, ChildCases.ALL)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_finding_is_told_and_no_other(RuleCase example) {
        List<String> findings = example.situation().findings();

        assertThat(findings).isEqualTo(example.findings());
    }

    @Test
    void every_reason_about_contacts_is_shown_by_a_case() {
        Set<Reason> shown = EnumSet.noneOf(Reason.class);

        cases().flatMap(example -> example.findings().stream())
                .forEach(finding -> shown.add(Reason.valueOf(finding.substring(finding.lastIndexOf(' ') + 1))));
        // VerdictTest shows these two, which need the content of a contact logged before.
        shown.addAll(EnumSet.of(Reason.CON00005, Reason.CON00011));

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Reason.values())
                        .filter(reason -> reason.level() == Level.CONTACT || reason.level() == Level.WARNING)
                        .toList());
    }

    @Test
    void every_rule_is_broken_by_a_case() {
        List<String> broken = cases().flatMap(example -> example.findings().stream())
                .map(finding -> finding.substring(finding.indexOf(' ') + 1))
                .toList();

        assertThat(Rules.ALL)
                .allSatisfy(rule -> assertThat(broken)
                        .contains(rule.record() + (rule.field() == 0 ? "" : "." + rule.field()) + " " + rule.reason()));
    }
}
