package bcl.responses;

import bcl.ledger.Outcome;
import bcl.ledger.OutcomeKind;
import bcl.ledger.Totals;
import bcl.wire.ContactStatus;
import bcl.wire.FileName;
import bcl.wire.Finding;
import bcl.wire.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The worked example of the interface, section 10, and small variations of it. */
final class Samples {
    static final String DIGEST = "0123456789abcdef".repeat(4);
    static final Instant RECEIVED = Instant.parse("2023-03-01T19:32:07Z");
    static final Instant PROCESSED = Instant.parse("2023-03-02T00:15:10Z");
    static final Instant CREATED = Instant.parse("2023-03-02T00:15:12Z");
    static final LocalDate SNAPSHOT = LocalDate.of(2023, 2, 28);
    static final AnswerHead HEAD = head("XYZ01.PN000001.BCR", CREATED);

    static final String WORKED_FILE = """
            "A00",1234,"BCL",20230301,"193000",42
            "L01","SHP-0001","MNC",,"G4A12345678901","D",,"A REQUESTOR","0121 496 0123",,20230220
            "L02","N","PLOT 7",,,12,,,"HIGH STREET",,"SOLIHULL","WEST MIDLANDS","B91","3AA",
            "L03","MS","B OCCUPIER","0121 496 0456",,
            "L04","G4A12345678901",,,2021,"U",5,"N",32,"F",20220915
            "L12",1,"METER FITTED, NO MPRN FOUND FOR THE ADDRESS"
            "L01","SHP-0002","DUP",9900001207,,"D",,"A REQUESTOR",,"requests@example.com",
            "L07",1000000109,9900001207,
            "L01","SHP-0003","DUP",1234567890,,"D",,"A REQUESTOR",,"requests@example.com",
            "L07",1000000109,,
            "Z99",9
            """;

    static final List<Outcome> WORKED_OUTCOMES = List.of(
            accepted(2, 5000000001L), accepted(7, 5000000002L), rejected(9, finding(9, 4, Reason.MPR00002, "L01")));

    private Samples() {}

    static AnswerHead head(String name, Instant createdAt) {
        return new AnswerHead(FileName.parse(name).orElseThrow(), 1234, createdAt);
    }

    static Outcome accepted(long line, long crn, Finding... warnings) {
        return new Outcome(line, OutcomeKind.AC, crn, ContactStatus.AACA, List.of(warnings));
    }

    static Outcome rejected(long line, Finding... findings) {
        return new Outcome(line, OutcomeKind.RJ, null, null, List.of(findings));
    }

    static Finding finding(long line, int field, Reason reason, String id) {
        return new Finding(line, field, reason, id);
    }

    static FileResult result(Path sealed, List<Outcome> outcomes) {
        Totals totals = Totals.NONE;
        for (Outcome outcome : outcomes) {
            totals = totals.plus(outcome.kind());
        }
        return new FileResult(
                FileName.parse("XYZ01.PN000042.BCL").orElseThrow(),
                RECEIVED,
                PROCESSED,
                totals,
                SNAPSHOT,
                DIGEST,
                outcomes,
                sealed);
    }

    static FileResult workedExample(Path folder) throws IOException {
        return result(sealed(folder, WORKED_FILE), WORKED_OUTCOMES);
    }

    /** Lays bytes down as a sealed copy would lie; one character is one byte. */
    static Path sealed(Path folder, String content) throws IOException {
        return Files.write(folder.resolve("sealed"), content.getBytes(StandardCharsets.ISO_8859_1));
    }

    static String text(AnswerHead head, AnswerContent content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AnswerRenderer().render(head, content, out);
        return out.toString(StandardCharsets.US_ASCII);
    }

    /** The lines of a BCR between L50 and Z99. */
    static List<String> results(Path folder, String file, Outcome... outcomes) throws IOException {
        List<String> lines = text(HEAD, result(sealed(folder, file), List.of(outcomes)))
                .lines()
                .toList();
        return lines.subList(2, lines.size() - 1);
    }
}
