package bcl.responses;

/** What an answer tells about an inbound file: that it was rejected whole, or the result of each contact. */
public sealed interface AnswerContent permits FileRejection, FileResult {}
