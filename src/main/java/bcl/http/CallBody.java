package bcl.http;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call that was read from its first byte to its last before anything of it is done: its files lie in a folder that only we can
 * look into, and that is removed when the call has ended.
 */
final class CallBody implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CallBody.class);
    private static final int BUFFER = 1 << 16;

    private final CallHead head;
    private final Path folder;
    private final Map<Path, Path> files = new HashMap<>();

    private CallBody(CallHead head, Path folder) {
        this.head = head;
        this.folder = folder;
    }

    static CallBody read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        CallHead head = head(data);
        CallBody body = new CallBody(head, Files.createTempDirectory("bcl-call"));
        try {
            body.readFiles(data);
            return body;
        } catch (EOFException e) {
            body.close();
            throw new BadRequest(400, "the call ends before its end");
        } catch (IOException | RuntimeException e) {
            body.close();
            throw e;
        }
    }

    ServiceCall call() {
        return new ServiceCall(
                head.arguments(), new ServiceCall.Origin(head.user(), head.workingDirectory(), head.terminal(), files));
    }

    private static CallHead head(DataInputStream data) throws IOException {
        try {
            int length = data.readInt();
            if (length < 0 || length > CallHead.LONGEST_HEAD) {
                throw new BadRequest(413, "a head of at most " + CallHead.LONGEST_HEAD + " bytes is expected");
            }
            byte[] bytes = new byte[length];
            data.readFully(bytes);
            return checked(CallHead.of(bytes));
        } catch (EOFException e) {
            throw new BadRequest(400, "the call ends before its end");
        }
    }

    private static CallHead checked(CallHead head) {
        long left = CallHead.LARGEST_FILES;
        for (CallHead.SentFile file : head.files()) {
            left -= Math.min(Math.max(0, file.size()), CallHead.LARGEST_FILES + 1);
            if (left < 0) {
                throw new BadRequest(413, "at most " + CallHead.LARGEST_FILES + " bytes of files are taken in a call");
            }
        }
        return head;
    }

    /** Each in a folder of its own, since its name says whose it is and two may have the same. */
    private void readFiles(DataInputStream data) throws IOException {
        List<CallHead.SentFile> sent = head.files();
        for (int i = 0; i < sent.size(); i++) {
            Path name = sent.get(i).path().getFileName();
            Path own = Files.createDirectory(folder.resolve(Integer.toString(i)));
            Path file = own.resolve(name == null ? "unnamed" : name.toString());
            files.put(sent.get(i).path(), file);
            if (sent.get(i).size() >= 0) {
                copy(data, file, sent.get(i).size());
            }
        }
    }

    private static void copy(DataInputStream data, Path file, long size) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            long left = size;
            while (left > 0) {
                int read = data.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException();
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            LOG.warn("{} could not be removed: {}", folder, e.getMessage());
        }
    }
}
