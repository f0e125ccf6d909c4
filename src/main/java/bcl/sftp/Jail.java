package bcl.sftp;

import bcl.wire.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folder of one organisation as its clients see it: {@code /}, {@code /inbound}, {@code /outbound} and the files in them. A
 * client's path is taken apart here and never reaches the machine: what remains is one of two folders and one name in it.
 */
final class Jail {
    /** What the file systems of Linux take. */
    private static final int LONGEST_NAME = 255;

    private final String organisation;
    private final Path top;
    private final Path inbound;
    private final Path outbound;

    Jail(Home home, String organisation) {
        this.organisation = organisation;
        this.inbound = home.inbound(organisation);
        this.outbound = home.outbound(organisation);
        this.top = home.sftp().resolve(organisation);
    }

    String organisation() {
        return organisation;
    }

    Place.Top top() {
        return new Place.Top(top);
    }

    Path inbound() {
        return inbound;
    }

    List<Path> boxes() {
        return List.of(inbound, outbound);
    }

    /** The path as a client sees it, without {@code .} and {@code ..}; above the top is the top. Says nothing about existence. */
    static String plain(String remote) {
        return "/" + String.join("/", parts(remote));
    }

    /** @throws Refused if there can be no such file */
    Place place(String remote) throws IOException {
        List<String> parts = parts(remote);
        if (parts.isEmpty()) {
            return top();
        }
        boolean in = parts.get(0).equals("inbound");
        if (parts.size() > 2 || !(in || parts.get(0).equals("outbound"))) {
            throw Refused.noSuchFile();
        }
        Path box = in ? inbound : outbound;
        return parts.size() == 1 ? new Place.Box(box, in) : new Place.Item(box.resolve(checked(parts.get(1))), in);
    }

    /** What a path that {@link #place} gave is; empty for any other. */
    Optional<Place> of(Path path) {
        if (path.equals(top)) {
            return Optional.of(top());
        }
        if (path.equals(inbound) || path.equals(outbound)) {
            return Optional.of(new Place.Box(path, path.equals(inbound)));
        }
        Path parent = path.getParent();
        boolean in = inbound.equals(parent);
        return in || outbound.equals(parent) ? Optional.of(new Place.Item(path, in)) : Optional.empty();
    }

    /**
     * Whether the folders are folders: somebody with access to the machine could have put a link there.
     *
     * @return what is wrong, or an empty text
     */
    String fault(boolean in) throws IOException {
        for (Path folder : List.of(top, in ? inbound : outbound)) {
            Optional<Seen> seen = Seen.at(folder);
            if (seen.isEmpty() || !seen.get().folder()) {
                return folder + (seen.isEmpty() ? " is gone" : " is no folder");
            }
        }
        return "";
    }

    private static List<String> parts(String remote) {
        List<String> parts = new ArrayList<>();
        for (String part : remote.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static String checked(String name) throws IOException {
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw Refused.failure("The name is longer than " + LONGEST_NAME + " bytes");
        }
        boolean odd = name.codePoints()
                .anyMatch(c -> Character.isISOControl(c)
                        || c == 0xFFFD
                        || Character.getType(c) == Character.SURROGATE
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
        if (odd) {
            throw Refused.failure("The name holds a control character, or bytes that are not UTF-8");
        }
        return name;
    }
}
