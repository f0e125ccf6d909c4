package bcl.reference;

import bcl.wire.ContentDigest;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.security.MessageDigest;

/**
 * Stands between a file and Commons CSV, which by itself lets a quote swallow the rest of the file, takes a lone CR for a line
 * end, and has no limit. Every line that is not one whole record of plain UTF-8 text is noted as bad and handed on as
 * {@link #BAD}, so that the record number of Commons CSV is the line number of the file. Memory does not depend on the file.
 */
final class LineGuard extends Reader {
    /** What stands for a bad line; no good line can hold a NUL. */
    static final String BAD = "\0";

    /** Bytes without the line end; the longest good row of either file is well below it. */
    static final int LONGEST_LINE = 4000;

    private static final int BLOCK = 1 << 16;
    private static final byte[] UNUSUAL = unusual();

    private final InputStream in;
    private final MessageDigest digest = ContentDigest.newSha256();
    private final UnusualLine unusualLine = new UnusualLine();
    private final BadLines bad = new BadLines();
    private final byte[] bytes = new byte[BLOCK];
    // A bad line of one byte becomes two characters.
    private final char[] out = new char[2 * BLOCK];
    private int start;
    private int end;
    private int outAt;
    private int outEnd;
    private long line;
    private boolean skipping;
    private boolean ended;

    LineGuard(InputStream in) {
        this.in = in;
    }

    /** Complete when the end was read. */
    BadLines bad() {
        return bad;
    }

    long lines() {
        return line;
    }

    /** SHA-256 of all bytes; to be asked once, after the end was read. */
    String digest() {
        return SourceFile.hex(digest);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        while (outAt == outEnd) {
            if (ended) {
                return -1;
            }
            refill();
        }
        int n = Math.min(length, outEnd - outAt);
        System.arraycopy(out, outAt, buffer, offset, n);
        outAt += n;
        return n;
    }

    private void refill() throws IOException {
        outAt = 0;
        outEnd = 0;
        System.arraycopy(bytes, start, bytes, 0, end - start);
        end -= start;
        start = 0;
        int n = readBlock();
        if (n < 0) {
            ended = true;
            if (end > 0 || skipping) {
                bad.add(++line, null, "the line has no line end, so the file may be incomplete");
            }
            return;
        }
        digest.update(bytes, end, n);
        end += n;
        takeLines();
    }

    private int readBlock() throws SourceUnreadable {
        try {
            return in.read(bytes, end, BLOCK - end);
        } catch (IOException e) {
            throw new SourceUnreadable(e);
        }
    }

    private void takeLines() {
        int from = start;
        while (true) {
            int at = from;
            int o = outEnd;
            int seen = 0;
            while (at < end && bytes[at] != '\n') {
                byte b = bytes[at++];
                seen |= UNUSUAL[b & 0xff];
                out[o++] = (char) b;
            }
            if (at == end) {
                start = from;
                dropIfTooLong();
                return;
            }
            line++;
            if (seen == 0 && at > from && at - from <= LONGEST_LINE && !skipping) {
                out[o++] = '\n';
                outEnd = o;
            } else {
                takeUnusual(from, at);
            }
            skipping = false;
            from = at + 1;
        }
    }

    private void takeUnusual(int from, int to) {
        int first = line == 1 && UnusualLine.startsWithMark(bytes, from, to) ? from + 3 : from;
        String problem = skipping || to - from > LONGEST_LINE
                ? "the line is longer than " + LONGEST_LINE + " bytes"
                : unusualLine.decode(bytes, first, to);
        if (problem == null) {
            outEnd = unusualLine.copyTo(out, outEnd);
        } else {
            bad.add(line, null, problem);
            out[outEnd++] = BAD.charAt(0);
        }
        out[outEnd++] = '\n';
    }

    /** A line without end must not fill the buffer: its bytes are let go, and its end is waited for. */
    private void dropIfTooLong() {
        if (skipping || end - start > LONGEST_LINE + 1) {
            skipping = true;
            start = end;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static byte[] unusual() {
        byte[] table = new byte[256];
        for (int b = 0; b < 256; b++) {
            table[b] = (byte) (b < 0x20 || b >= 0x7f || b == '"' ? 1 : 0);
        }
        return table;
    }
}
