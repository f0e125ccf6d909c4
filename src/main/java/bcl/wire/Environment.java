package bcl.wire;

/** Production files log contacts; test files rehearse and leave no trace (interface, section 1). */
public enum Environment {
    PN,
    TN;

    public boolean isTest() {
        return this == TN;
    }
}
