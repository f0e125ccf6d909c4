package bcl.parsing;

import bcl.wire.Limits;

/**
 * What is kept of a line that is too long: enough to tell its id, since nothing else looks into it. Spaces count for its length
 * but not for its id, so that runs of them are cut short: then an id is found behind any number of them.
 */
final class LongLine {
    private static final int LONGEST_RUN = 8;

    private final byte[] kept = new byte[Limits.RECORD_LENGTH + 1];
    private int length;
    private int spaces;
    private boolean complete;
    private boolean bad;
    /** A CR is part of the line end if an LF follows, and a character otherwise. */
    private boolean openReturn;

    void clear() {
        length = 0;
        spaces = 0;
        complete = false;
        bad = false;
        openReturn = false;
    }

    void add(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (openReturn) {
                openReturn = false;
                keep((byte) '\r');
            }
            if (bytes[i] == '\r') {
                openReturn = true;
            } else {
                keep(bytes[i]);
            }
        }
    }

    void endWithLineFeed() {
        openReturn = false;
    }

    void end() {
        if (openReturn) {
            openReturn = false;
            keep((byte) '\r');
        }
    }

    private void keep(byte b) {
        bad |= Characters.isBad(b);
        if (complete) {
            return;
        }
        spaces = b == ' ' ? spaces + 1 : 0;
        if (spaces > LONGEST_RUN || (b == ' ' && length == 0)) {
            return;
        }
        kept[length++] = b;
        complete = b == ',' || length == kept.length;
    }

    byte[] kept() {
        return kept;
    }

    int length() {
        return length;
    }

    boolean hasBadCharacter() {
        return bad;
    }
}
