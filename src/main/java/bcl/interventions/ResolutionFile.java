package bcl.interventions;

import bcl.commands.Crns;
import bcl.commands.NewStatus;
import bcl.commands.Printable;
import bcl.commands.Texts;
import bcl.commands.UsageException;
import bcl.wire.ContactStatus;
import bcl.wire.DiskTrouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the file of {@code resolve --from}: CSV in UTF-8 with the header {@code crn,status,reason}. Names every bad line before
 * anything is done. Commons CSV is used here too, since what operators write comes out of spreadsheets.
 */
final class ResolutionFile {
    /** All of them are one transaction. */
    static final int MOST_CONTACTS = 100_000;

    private static final long MOST_BYTES = 64L << 20;
    private static final List<String> HEADER = List.of("crn", "status", "reason");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Blank lines are counted, so that the numbers of lines are those of an editor. */
    private static final CSVFormat FORM =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

    private final Path file;
    private final Path content;
    private final List<NewStatus> contacts = new ArrayList<>();
    private final BadLines bad;
    private final Map<Long, Long> lineOf = new HashMap<>();

    private ResolutionFile(Path file, Path content) {
        this.file = file;
        this.content = content;
        this.bad = new BadLines(file);
    }

    /**
     * The contacts of the file, in its order.
     *
     * @param file as its owner names it
     * @param content where it can be read
     * @throws UsageException naming every bad line, or saying why the file cannot be read
     */
    static List<NewStatus> read(Path file, Path content) {
        ResolutionFile reading = new ResolutionFile(file, content);
        try (CSVParser parser = FORM.parse(reading.open())) {
            reading.all(parser);
        } catch (CharacterCodingException e) {
            throw new UsageException(reading.refused("is not in UTF-8"), e);
        } catch (NoSuchFileException e) {
            throw new UsageException(reading.refused("is not there"), e);
        } catch (IOException e) {
            throw new UsageException(reading.refused("cannot be read: " + DiskTrouble.reason(e)), e);
        }
        reading.bad.refuseIfAny();
        return List.copyOf(reading.contacts);
    }

    private Reader open() throws IOException {
        if (!Files.exists(content)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(content) || Files.size(content) > MOST_BYTES) {
            throw new UsageException(refused("is no file of at most " + MOST_BYTES + " bytes"));
        }
        byte[] bytes = Files.readAllBytes(content);
        return new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder());
    }

    private void all(CSVParser parser) throws IOException {
        Iterator<CSVRecord> records = parser.iterator();
        long line = 1;
        try {
            if (!records.hasNext() || !isHeader(records.next())) {
                throw new UsageException(refused("does not begin with the line " + String.join(",", HEADER)));
            }
            line = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                one(records.next(), line);
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException coding) {
                throw coding;
            }
            // Where a quote went wrong nobody can tell any more where the next line begins.
            bad.add(line, "its quotes are not closed or not doubled; the lines after it were not read");
        }
    }

    private static boolean isHeader(CSVRecord record) {
        List<String> names = record.toList();
        if (names.get(0).startsWith(String.valueOf(BYTE_ORDER_MARK))) {
            names = new ArrayList<>(names);
            names.set(0, names.get(0).substring(1));
        }
        return names.stream().map(String::strip).toList().equals(HEADER);
    }

    private void one(CSVRecord record, long line) {
        if (contacts.size() == MOST_CONTACTS) {
            throw new UsageException(refused("has more than " + MOST_CONTACTS + " contacts; split it"));
        }
        if (record.size() == 1 && record.get(0).isBlank()) {
            return;
        }
        if (record.size() != HEADER.size()) {
            bad.add(line, record.size() + " fields, " + HEADER.size() + " are expected");
            return;
        }
        try {
            long crn = Texts.crn(record.get(0).strip());
            ContactStatus status = status(record.get(1).strip());
            String reason = Texts.reason("reason", record.get(2));
            Long earlier = lineOf.putIfAbsent(crn, line);
            if (earlier == null) {
                contacts.add(new NewStatus(line, crn, status, reason));
            } else {
                bad.add(line, Crns.text(crn) + " is on line " + earlier + " already");
            }
        } catch (UsageException e) {
            bad.add(line, Printable.prose(String.valueOf(e.getMessage())));
        }
    }

    private static ContactStatus status(String text) {
        for (ContactStatus status : ContactStatus.values()) {
            if (status.name().equals(text)) {
                return status;
            }
        }
        throw new UsageException("'" + text + "' is no status: one of AACA ATCA SVDN SVDA DCRS DCAA CCIV CCVA");
    }

    private String refused(String why) {
        return Printable.prose(file.toString()) + " " + why + "; nothing was done";
    }
}
