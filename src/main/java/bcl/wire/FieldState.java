package bcl.wire;

/** What became of a field's own checks: rules read only fields that passed, and an empty optional field has passed. */
public enum FieldState {
    EMPTY,
    PASSED,
    FAILED
}
