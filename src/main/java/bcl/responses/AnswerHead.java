package bcl.responses;

import bcl.ledger.Answer;
import bcl.wire.FileName;
import java.time.Instant;

/**
 * What the {@code A00} of an answer shows.
 *
 * @param name of the answer; its number is the generation number
 * @param organisationId the registered id of the organisation to which it goes
 * @param createdAt when the answer was first made, also when it is made again
 */
public record AnswerHead(FileName name, long organisationId, Instant createdAt) {
    /** As it was recorded: what is made from it has the same bytes as the first time. */
    public static AnswerHead of(Answer answer) {
        return new AnswerHead(answer.name(), answer.organisationId(), answer.createdAt());
    }
}
