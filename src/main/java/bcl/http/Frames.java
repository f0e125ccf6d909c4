package bcl.http;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What a service says while it carries a call out: a kind, a length and bytes, again and again, and the exit code as the last. */
final class Frames extends OutputStream {
    static final int OUT = 'O';
    static final int ERR = 'E';
    /** A sign of life, every two seconds whatever the command does. */
    static final int ALIVE = 'K';

    static final int EXIT = 'X';
    static final int LONGEST = 1 << 16;

    private final DataOutputStream to;
    private final int kind;

    /** What is written becomes frames of this kind. All streams to one receiver share one {@code to}. */
    Frames(DataOutputStream to, int kind) {
        this.to = to;
        this.kind = kind;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int from = offset; from < offset + length; from += LONGEST) {
            send(to, kind, bytes, from, Math.min(LONGEST, offset + length - from));
        }
    }

    static void alive(DataOutputStream to) throws IOException {
        send(to, ALIVE, new byte[0], 0, 0);
    }

    static void exit(DataOutputStream to, int code) throws IOException {
        send(to, EXIT, new byte[] {(byte) code}, 0, 1);
    }

    /** Passes output on until the exit code comes. */
    static int receive(DataInputStream from, OutputStream out, OutputStream err) throws IOException {
        while (true) {
            int kind = from.readUnsignedByte();
            int length = from.readInt();
            if (length < 0 || length > LONGEST || (kind == EXIT && length != 1)) {
                throw new IOException("a frame of " + length + " bytes");
            }
            byte[] bytes = new byte[length];
            from.readFully(bytes);
            switch (kind) {
                case OUT -> pass(bytes, out);
                case ERR -> pass(bytes, err);
                case ALIVE -> {
                    continue;
                }
                case EXIT -> {
                    return bytes[0];
                }
                default -> throw new IOException("unknown frame " + kind);
            }
        }
    }

    private static void pass(byte[] bytes, OutputStream to) throws IOException {
        to.write(bytes);
        to.flush();
    }

    private static void send(DataOutputStream to, int kind, byte[] bytes, int offset, int length) throws IOException {
        synchronized (to) {
            to.writeByte(kind);
            to.writeInt(length);
            to.write(bytes, offset, length);
            to.flush();
        }
    }
}
