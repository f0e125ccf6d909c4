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

/** Writes the records of one answer: text quoted, numbers and dates not, empty fields as nothing, lines ended by CRLF. */
final class AnswerLines {
    private static final CSVFormat FORM = CSVFormat.DEFAULT
            .builder()
            .setQuoteMode(QuoteMode.NON_NUMERIC)
            .setRecordSeparator("\r\n")
            .get();

    private final AnswerMapper mapper;
    private final HashingOutput out;
    private final CSVPrinter printer;
    private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    private long count;

    AnswerLines(AnswerMapper mapper, OutputStream target) throws IOException {
        this.mapper = mapper;
        this.out = new HashingOutput(target);
        this.printer = new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII)), FORM);
    }

    void write(String id, @Nullable Object... values) throws IOException {
        printer.printRecord(mapper.map(id, Arrays.asList(values)));
        count++;
    }

    void writeReason(Reason reason) throws IOException {
        reasons.merge(reason, 1L, Long::sum);
        write("S72", reason.name());
    }

    /** The records so far. */
    long count() {
        return count;
    }

    /** To be called once, after the last record. */
    Rendered end() throws IOException {
        printer.flush();
        return new Rendered(out.hex(), out.size(), reasons);
    }
}
