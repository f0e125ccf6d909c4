package bcl.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A reference file as a table: header row, then one row a line, read once from the first to the last. */
final class CsvTable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private final SourceFile source;
    private final List<String> columns;
    private final RowSink rows;

    /** Takes the rows that have the right number of columns. */
    interface RowSink {
        void row(Row row) throws IOException;
    }

    CsvTable(SourceFile source, List<String> columns, RowSink rows) {
        this.source = source;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * Hands every row to the sink. Lines that are no rows are added to {@code bad}; what is wrong with the file as a whole is
     * returned. An exception is the sink's own, never the file's.
     */
    Optional<Refused> read(BadLines bad) throws IOException {
        if (source.size() == 0) {
            return refused("the file is empty.");
        }
        try (LineGuard guard = new LineGuard(opened(source.path()));
                ReadAhead ahead = new ReadAhead(guard)) {
            Optional<Refused> refused = readRecords(ahead, bad);
            if (refused.isPresent()) {
                return refused;
            }
            ahead.finish();
            bad.addAll(guard.bad());
            return source.isStill(guard.digest())
                    ? Optional.empty()
                    : refused("the file changed while it was read. It is looked at again by the next night.");
        } catch (SourceUnreadable e) {
            return Optional.of(e.refusal(source.path()));
        }
    }

    private static InputStream opened(Path path) throws SourceUnreadable {
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw new SourceUnreadable(e);
        }
    }

    private Optional<Refused> readRecords(Reader reader, BadLines bad) throws IOException {
        try (CSVParser parser =
                CSVParser.builder().setReader(reader).setFormat(FORMAT).get()) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                return refused("the file has no whole line.");
            }
            CSVRecord header = records.next();
            Optional<String> problem = headerProblem(header.toList());
            if (problem.isPresent()) {
                return refused("the header row (line 1) " + problem.get()
                        + ". It must name each of these columns once: " + String.join(",", columns) + ".");
            }
            Row row = new Row(columns, header, bad);
            while (records.hasNext()) {
                if (row.take(records.next())) {
                    rows.row(row);
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Optional<String> headerProblem(List<String> header) {
        if (header.equals(List.of(LineGuard.BAD))) {
            return Optional.of("is not a plain line of UTF-8 text with well placed quotes");
        }
        List<String> missing = new ArrayList<>(columns);
        missing.removeAll(header);
        if (!missing.isEmpty()) {
            return Optional.of("lacks " + String.join(", ", missing));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            if (!columns.contains(header.get(i))) {
                return Optional.of("has an unknown name in column " + (i + 1));
            }
            if (!seen.add(header.get(i))) {
                return Optional.of("names " + header.get(i) + " twice");
            }
        }
        return Optional.empty();
    }

    private Optional<Refused> refused(String problem) {
        return Optional.of(Refused.whole(source.name(), problem));
    }
}
