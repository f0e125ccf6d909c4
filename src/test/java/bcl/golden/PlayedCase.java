package bcl.golden;

import bcl.wire.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A case while it is played: what it has got so far, and what went wrong. */
final class PlayedCase {
    private final SampleCase sample;
    private final CrnLabels labels;
    private final Set<String> digestsOfFilled = new HashSet<>();
    private final SortedMap<Place, byte[]> known = new TreeMap<>();
    private final Set<Place> takenAway = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    PlayedCase(SampleCase sample, Map<String, String> crnsOfHome) {
        this.sample = sample;
        this.labels = new CrnLabels(sample.name(), crnsOfHome);
    }

    SampleCase sample() {
        return sample;
    }

    CrnLabels labels() {
        return labels;
    }

    /** The answers that lay in outbound after the last night, or were taken away since. */
    SortedMap<Place, byte[]> known() {
        return known;
    }

    /** Answers of earlier nights that their organisation has taken away. */
    Set<Place> takenAway() {
        return takenAway;
    }

    List<String> problems() {
        return problems;
    }

    void problem(int night, Object place, String what, List<String> details) {
        problems.add("night %d, %s: %s".formatted(night, place, what));
        details.forEach(detail -> problems.add("    " + detail));
    }

    /** Takes away and lays what the case says for a night. */
    void lay(Path home, int night, FileTime modified) throws IOException {
        for (Place place : sample.removed(night)) {
            Files.deleteIfExists(new Home(home).outbound(place.folder()).resolve(place.name()));
            takenAway.add(place);
        }
        for (Map.Entry<Place, byte[]> file : sample.inbound(night).entrySet()) {
            Path inbound =
                    Files.createDirectories(new Home(home).inbound(file.getKey().folder()));
            Path laid = inbound.resolve(file.getKey().name());
            Files.write(laid, filled(file.getValue()));
            Files.setLastModifiedTime(laid, modified);
        }
    }

    private byte[] filled(byte[] template) {
        String text = new String(template, StandardCharsets.ISO_8859_1);
        String filled = labels.fill(text);
        if (filled.equals(text)) {
            return template;
        }
        byte[] bytes = filled.getBytes(StandardCharsets.ISO_8859_1);
        digestsOfFilled.add(sha256(bytes));
        return bytes;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The line with the digests of files that were filled in replaced by {@code {digest}}: no template can know them. */
    String hideDigests(String line) {
        String hidden = line;
        for (String digest : digestsOfFilled) {
            hidden = hidden.replace(digest, "{digest}");
        }
        return hidden;
    }

    /** What lies in the outbound folders of the case's organisations. */
    SortedMap<Place, byte[]> found(Path home) throws IOException {
        SortedMap<Place, byte[]> found = new TreeMap<>();
        for (String owner : sample.owners()) {
            for (Path file : Folders.list(new Home(home).outbound(owner))) {
                found.put(new Place(owner, file.getFileName().toString()), Files.readAllBytes(file));
            }
        }
        return found;
    }
}
