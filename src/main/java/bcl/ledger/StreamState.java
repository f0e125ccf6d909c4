package bcl.ledger;

import bcl.wire.StreamName;

/**
 * How far an inbound stream has got.
 *
 * @param lastNumber the highest number used, 0 if none
 * @param mayRestart whether an operator allowed it to start again at any number
 * @param resets how often an operator did so
 */
public record StreamState(StreamName name, int lastNumber, boolean mayRestart, int resets) {
    static StreamState unknown(StreamName name) {
        return new StreamState(name, 0, false, 0);
    }

    /** Whether a number of it was ever used: before, it is not in the ledger. */
    public boolean isKnown() {
        return lastNumber > 0;
    }
}
