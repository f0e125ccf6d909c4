package bcl.responses;

import bcl.ledger.Answer;

/** What became of an answer that was to be put into {@code outbound/}. */
public sealed interface Publication {
    Answer answer();

    /** It was put there, whole and durable. */
    record Published(Answer answer) implements Publication {}

    /** It lay there already, with the recorded bytes. */
    record AlreadyThere(Answer answer) implements Publication {}

    /** It must not be put there; {@code reason} says why, for the operator. The file is to be held. */
    record Refused(Answer answer, String reason) implements Publication {}

    /** The disk refused; to be tried again. */
    record Failed(Answer answer, StorageFailed cause) implements Publication {}
}
