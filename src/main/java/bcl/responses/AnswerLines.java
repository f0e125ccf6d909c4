package bcl.responses;

import bcl.parsing.AnswerMapper;
import bcl.wire.Reason;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** Writes records of one answer: text quoted, numbers and dates not, empty fields as nothing, lines ended by CRLF. */
final class AnswerLines {
    private static final CSVFormat FORM = CSVFormat.DEFAULT
            .builder()
            .setQuoteMode(QuoteMode.NON_NUMERIC)
            .setRecordSeparator("\r\n")
            .get();

    private final AnswerMapper mapper;
    private final OutputStream out;
    private final CSVPrinter printer;
    private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    private long count;

    AnswerLines(AnswerMapper mapper, OutputStream out) throws IOException {
        this.mapper = mapper;
        this.out = out;
        this.printer = new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII)), FORM);
    }

    void write(String id, @Nullable Object... values) throws IOException {
        // Cell by cell: the printer's own way to print a record makes a stream of its cells.
        for (Object cell : mapper.map(id, Arrays.asList(values))) {
            printer.print(cell);
        }
        printer.println();
        count++;
    }

    void writeReason(Reason reason) throws IOException {
        reasons.merge(reason, 1L, Long::sum);
        write("S72", reason.name());
    }

    /** Adds records that were written elsewhere. */
    void add(AnswerPage page) throws IOException {
        printer.flush();
        page.writeTo(out);
        page.reasons().forEach((reason, times) -> reasons.merge(reason, times, Long::sum));
        count += page.records();
    }

    /** The records so far. */
    long count() {
        return count;
    }

    /** How often each reason was told so far. */
    Map<Reason, Long> reasons() {
        return reasons;
    }

    void flush() throws IOException {
        printer.flush();
    }
}
