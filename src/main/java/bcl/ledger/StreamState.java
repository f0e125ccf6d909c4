package bcl.ledger;

import bcl.wire.StreamName;

/**
 * How far an inbound stream has got.
 *
 * @param lastNumber the highest number used, 0 if none
 * @param mayRestart whether an operator allowed it to start again at any number
 */
public record StreamState(StreamName name, int lastNumber, boolean mayRestart) {}
