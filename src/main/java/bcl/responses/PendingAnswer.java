package bcl.responses;

import bcl.ledger.Answer;

/** A recorded answer and the bytes that were made for it. */
public record PendingAnswer(Answer answer, Draft draft) {
    boolean isAsRecorded() {
        Rendered rendered = draft.rendered();
        return draft.name().equals(answer.name())
                && rendered.digest().equals(answer.digest())
                && rendered.size() == answer.size();
    }
}
