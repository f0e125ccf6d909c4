package bcl.wire;

/**
 * One reason for which a whole file is rejected, with the line that L52 shows (interface, section 6).
 */
public record FileFinding(Reason reason, long line) {}
