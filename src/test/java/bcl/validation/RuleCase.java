package bcl.validation;

import java.util.List;

/** A behaviour, the group that shows it, and every finding that it must have: none beside them may be told. */
record RuleCase(String behaviour, Situation situation, List<String> findings) {
    static RuleCase of(String behaviour, Situation situation, String... findings) {
        return new RuleCase(behaviour, situation, List.of(findings));
    }

    @Override
    public String toString() {
        return behaviour;
    }
}
