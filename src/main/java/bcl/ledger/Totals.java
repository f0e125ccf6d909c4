package bcl.ledger;

/** The counts of {@code L50}: received is the sum of the three. */
public record Totals(long accepted, long rejected, long repeated) {
    public static final Totals NONE = new Totals(0, 0, 0);

    public long received() {
        return accepted + rejected + repeated;
    }

    public Totals plus(Totals more) {
        return new Totals(accepted + more.accepted, rejected + more.rejected, repeated + more.repeated);
    }

    public Totals plus(OutcomeKind kind) {
        return switch (kind) {
            case AC -> new Totals(accepted + 1, rejected, repeated);
            case RJ -> new Totals(accepted, rejected + 1, repeated);
            case RP -> new Totals(accepted, rejected, repeated + 1);
        };
    }
}
