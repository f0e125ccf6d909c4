package bcl.sftp;

import bcl.sftp.SftpEvent.Kind;
import bcl.wire.DiskTrouble;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of the organisations: {@code keys/AAA.pub}, one a line. A file is read again when it has changed. What cannot be
 * used is told once for each state of the file, and ignored. Thread-safe.
 */
final class SenderKeys {
    private static final Pattern SHORT_CODE = Pattern.compile("[A-Z][A-Z0-9]{2}");
    private static final int LARGEST = 256 * 1024;

    private final Path folder;
    private final Predicate<String> organisations;
    private final Reports reports;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    SenderKeys(Home home, Predicate<String> organisations, Reports reports) {
        this.folder = home.keys();
        this.organisations = organisations;
        this.reports = reports;
    }

    static boolean isShortCode(String user) {
        return SHORT_CODE.matcher(user).matches();
    }

    /** Whether this key is one of this organisation's now, and the organisation is in force. */
    boolean accepts(String user, PublicKey key) {
        return isShortCode(user)
                && organisations.test(user)
                && keys(user).stream().anyMatch(each -> KeyUtils.compareKeys(each, key));
    }

    /** Reads the files of all organisations, so that what is wrong with them is told at the start and not when somebody fails. */
    void readAll() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pub")) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                String code = name.substring(0, name.length() - ".pub".length());
                if (isShortCode(code)) {
                    keys(code);
                }
            }
        }
    }

    private List<PublicKey> keys(String code) {
        State state = state(folder.resolve(code + ".pub"));
        Known found = known.compute(
                code, (c, old) -> old != null && old.state().equals(state) ? old : new Known(state, read(c, state)));
        return found.keys();
    }

    private List<PublicKey> read(String code, State state) {
        Path file = folder.resolve(code + ".pub");
        if (!state.problem().isEmpty()) {
            reports.tell(Kind.KEY_FILE, code, file + " is ignored: " + state.problem());
        }
        if (state.file() == null || !state.problem().isEmpty()) {
            return List.of();
        }
        List<PublicKey> keys = new ArrayList<>();
        try {
            List<String> lines =
                    Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String where = file + " line " + (i + 1);
                KeyLine line = KeyLine.of(lines.get(i));
                if (line instanceof KeyLine.Key key) {
                    keys.add(key.key());
                } else if (line instanceof KeyLine.Unusable bad) {
                    reports.tell(Kind.KEY_FILE, code, where + " is ignored: " + bad.reason());
                }
            }
        } catch (IOException e) {
            reports.tell(Kind.KEY_FILE, code, file + " cannot be read: " + DiskTrouble.reason(e));
        }
        return List.copyOf(keys);
    }

    private State state(Path file) {
        try {
            PosixFileAttributes in = Files.readAttributes(folder, PosixFileAttributes.class);
            PosixFileAttributes found = Files.readAttributes(file, PosixFileAttributes.class);
            FileTime changed = (FileTime) Files.getAttribute(file, "unix:ctime");
            String id = found.fileKey() + " " + found.size() + " " + found.lastModifiedTime() + " " + changed;
            return new State(id, problem(in, found));
        } catch (NoSuchFileException e) {
            return new State(null, "");
        } catch (IOException e) {
            return new State(null, "it cannot be read: " + DiskTrouble.reason(e));
        }
    }

    private static String problem(PosixFileAttributes folder, PosixFileAttributes file) {
        if (!KeyFiles.isSafe(folder)) {
            return "others than its owner may change the folder (" + PosixFilePermissions.toString(folder.permissions())
                    + "); make sure that no key was added, then chmod 0700";
        }
        if (!file.isRegularFile() || file.size() > LARGEST) {
            return "it is no regular file of at most " + LARGEST + " bytes";
        }
        return KeyFiles.isSafe(file)
                ? ""
                : "others than its owner may change it (" + PosixFilePermissions.toString(file.permissions())
                        + "); make sure that no key was added, then chmod 0600";
    }

    /**
     * @param file what tells this state of the file from others; null if there is no file
     * @param problem empty if it may be read
     */
    private record State(@Nullable String file, String problem) {}

    private record Known(State state, List<PublicKey> keys) {}
}
