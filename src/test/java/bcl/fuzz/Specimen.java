package bcl.fuzz;

import bcl.wire.FileName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A file that an organisation sends, by the name that it has in its folder. */
record Specimen(String name, byte[] bytes) {
    private static final Path SAMPLES = Path.of("sample-files");
    private static final int SMALL = 100_000;

    String owner() {
        return name.substring(0, 3);
    }

    String text() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    Specimen with(byte[] other) {
        return new Specimen(name, other);
    }

    /** As much of this file as there is of the other. */
    Specimen cutLike(Specimen other) {
        return with(java.util.Arrays.copyOf(bytes, Math.min(bytes.length, other.bytes.length)));
    }

    static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    static Path reference() {
        return SAMPLES.resolve("reference");
    }

    /** Every inbound sample whose name has the agreed form, in a fixed order. */
    static List<Specimen> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(Specimen::isInbound)
                    .sorted()
                    .map(Specimen::read)
                    .filter(each -> each.bytes.length < SMALL)
                    .toList();
        }
    }

    private static boolean isInbound(Path path) {
        return Files.isRegularFile(path)
                && path.getNameCount() == 5
                && path.getName(2).toString().startsWith("night-")
                && FileName.parse(path.getFileName().toString()).isPresent();
    }

    private static Specimen read(Path path) {
        try {
            String text = Files.readString(path, StandardCharsets.ISO_8859_1);
            return new Specimen(path.getFileName().toString(), bytes(text.replaceAll("\\{crn:\\d+}", "5000000001")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
