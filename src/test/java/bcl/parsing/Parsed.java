package bcl.parsing;

import bcl.wire.InboundRecord;
import bcl.wire.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Short ways to lines, files and records for the tests of this package. One character is one byte. */
final class Parsed {
    private static final InboundParser PARSER = new InboundParser();

    private Parsed() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static Path file(Path folder, String content) {
        try {
            return Files.write(folder.resolve("file"), bytes(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<RawLine> lines(Path file) throws IOException {
        List<RawLine> lines = new ArrayList<>();
        try (LineReader reader = LineReader.open(file, 0, 1)) {
            while (reader.advance()) {
                lines.add(reader.line());
            }
        }
        return lines;
    }

    static RawLine line(String text) {
        byte[] bytes = bytes(text);
        boolean bad = Characters.anyBad(bytes, 0, bytes.length);
        return new RawLine(7, 100, bytes, bytes.length > 2000, bad);
    }

    static String text(RawLine line) {
        return new String(line.bytes(), StandardCharsets.ISO_8859_1);
    }

    static InboundRecord record(String text) {
        return PARSER.parse(line(text));
    }

    /** Why one field of a record failed; null if it did not. */
    static Reason fault(String text, int field) {
        InboundRecord record = record(text);
        if (!record.hasFields()) {
            throw new AssertionError("no fields, but " + record.faults());
        }
        return record.fault(field);
    }

    static ScannedFile scan(Path file) throws IOException {
        return new StructureScan(1000, 10_000).scan(file);
    }
}
