package bcl.channel;

import bcl.commands.Call;
import bcl.commands.ExitCode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One connection of the home's channel. Both ends prove that they know the token before anything else is said; then the call
 * goes one way, and frames (a kind, and for output a length and bytes) go the other.
 */
final class ChannelWire implements AutoCloseable {
    /** The holder carries the call out as soon as the caller has answered {@link #GO}: never twice, never unknown to it. */
    static final int BEGIN = 'B';

    static final int GO = 'G';
    /** From the caller, while the call is carried out: it was asked to end, and so is the work that it asked for. */
    static final int STOP = 'S';
    /** Try again when the holder has gone. */
    static final int WAIT = 'W';

    static final int ALIVE = 'K';
    static final int OUT = 'O';
    static final int ERR = 'E';
    static final int EXIT = 'X';
    static final int LONGEST_FRAME = 1 << 16;
    private static final int LONGEST_CALL = 1 << 20;
    private static final int MOST_ARGUMENTS = 10_000;
    private static final int VERSION = 0x42434C01;
    private static final int PROOF = 32;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    ChannelWire(Socket socket, int timeoutMillis) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(timeoutMillis);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    /** The caller's half of the proofs. */
    void greet(String token) throws IOException {
        byte[] mine = ChannelFile.randomBytes();
        out.writeInt(VERSION);
        out.write(mine);
        out.flush();
        byte[] theirProof = in.readNBytes(PROOF);
        byte[] theirs = in.readNBytes(PROOF);
        require(theirProof, proof(token, "holder", mine, mine));
        out.write(proof(token, "caller", theirs, mine));
        out.flush();
    }

    /** The holder's half. */
    void welcome(String token) throws IOException {
        if (in.readInt() != VERSION) {
            throw new IOException("the other end speaks another version of the channel");
        }
        byte[] theirs = in.readNBytes(PROOF);
        byte[] mine = ChannelFile.randomBytes();
        out.write(proof(token, "holder", theirs, theirs));
        out.write(mine);
        out.flush();
        require(in.readNBytes(PROOF), proof(token, "caller", mine, theirs));
    }

    void send(Call call) throws IOException {
        out.writeInt(call.arguments().size());
        for (String argument : call.arguments()) {
            sendText(argument);
        }
        sendText(call.workingDirectory().toString());
        out.writeBoolean(call.terminal());
        out.flush();
    }

    Call receiveCall() throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_ARGUMENTS) {
            throw new IOException(count + " arguments are too many");
        }
        List<String> arguments = new ArrayList<>();
        int budget = LONGEST_CALL;
        for (int i = 0; i < count; i++) {
            String argument = receiveText(budget);
            budget -= argument.length();
            arguments.add(argument);
        }
        try {
            return new Call(arguments, Path.of(receiveText(budget)), in.readBoolean());
        } catch (InvalidPathException e) {
            throw new IOException("no working directory in the call", e);
        }
    }

    synchronized void sendKind(int kind) throws IOException {
        out.writeByte(kind);
        out.flush();
    }

    synchronized void sendFrame(int kind, byte[] bytes, int offset, int length) throws IOException {
        out.writeByte(kind);
        out.writeInt(length);
        out.write(bytes, offset, length);
        out.flush();
    }

    synchronized void sendExit(ExitCode code) throws IOException {
        out.writeByte(EXIT);
        out.writeByte(code.code());
        out.flush();
    }

    /** From now on nothing needs to come. */
    void expectSilence() throws IOException {
        socket.setSoTimeout(0);
    }

    int receiveKind() throws IOException {
        return in.readUnsignedByte();
    }

    byte[] receiveFrame() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_FRAME) {
            throw new IOException("a frame of " + length + " bytes");
        }
        return in.readNBytes(length);
    }

    ExitCode receiveExit() throws IOException {
        return ExitCode.of(in.readUnsignedByte());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void sendText(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private String receiveText(int longest) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > longest) {
            throw new IOException("a text of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static void require(byte[] given, byte[] expected) throws IOException {
        if (given.length < expected.length) {
            throw new EOFException("the other end has gone");
        }
        if (!MessageDigest.isEqual(given, expected)) {
            throw new IOException("the other end does not know the channel's token");
        }
    }

    private static byte[] proof(String token, String side, byte[] challenge, byte[] other) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(token), "HmacSHA256"));
            mac.update(side.getBytes(StandardCharsets.US_ASCII));
            mac.update(challenge);
            return mac.doFinal(other);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
