package bcl.parsing;

import bcl.wire.FileStructure;
import bcl.wire.InboundRecord;
import bcl.wire.RecordLayout;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One pass over the lines of one file: what stands where (interface, section 7, "Structure"). */
final class Scan {
    private final LineReader lines;
    private final PlanBuilder plan;
    private final long mostGroups;

    private @Nullable RawLine header;
    private @Nullable RawLine lastTrailer;
    private int headers;
    private int trailers;
    private long surplusLine;
    private long lastLine;
    private boolean contactAtLine2;
    private long groups;

    Scan(LineReader lines, PlanBuilder plan, long mostGroups) {
        this.lines = lines;
        this.plan = plan;
        this.mostGroups = mostGroups;
    }

    void run() throws IOException {
        while (lines.advance()) {
            RecordLayout layout = RecordId.layout(lines.bytes(), lines.start(), lines.length());
            if (layout != null) {
                lastLine = lines.number();
                take(layout.id());
            } else if (!RecordId.isBlank(lines.bytes(), lines.start(), lines.length())) {
                lastLine = lines.number();
            }
        }
    }

    private void take(String id) throws IOException {
        // Other records belong to a group, or stand before the first, which the line numbers tell.
        if (id.equals(RecordId.CONTACT)) {
            takeContact();
        } else if (id.equals(RecordId.HEADER)) {
            takeHeader();
        } else if (id.equals(RecordId.TRAILER)) {
            takeTrailer();
        }
    }

    private void takeContact() throws IOException {
        groups++;
        contactAtLine2 |= lines.number() == 2;
        // A file with more is rejected whole, and must not fill the memory before.
        if (groups <= mostGroups) {
            plan.add(lines);
        }
    }

    private void takeHeader() {
        headers++;
        if (lines.number() == 1) {
            header = lines.line();
        }
        tellSurplus(headers);
    }

    private void takeTrailer() {
        trailers++;
        lastTrailer = lines.line();
        tellSurplus(trailers);
    }

    private void tellSurplus(int ofItsKind) {
        if (ofItsKind > 1 && surplusLine == 0) {
            surplusLine = lines.number();
        }
    }

    boolean hasTooManyGroups() {
        return groups > mostGroups;
    }

    /** The line of the trailer that ends the file, 0 if there is none. */
    long trailerLine() {
        return lastTrailer != null && lastTrailer.number() == lastLine ? lastLine : 0;
    }

    FileStructure structure(InboundParser parser) {
        boolean stray = !contactAtLine2 && lastLine >= 2 && trailerLine() != 2;
        return new FileStructure(
                lastLine == 0,
                true,
                parsed(header, parser),
                trailerLine() == 0 ? null : parsed(lastTrailer, parser),
                lastLine,
                surplusLine,
                stray ? 2 : 0,
                records(),
                groups);
    }

    private long records() {
        long end = lastTrailer == null ? lastLine + 1 : lastTrailer.number();
        return Math.max(0, end - 2);
    }

    private static @Nullable InboundRecord parsed(@Nullable RawLine line, InboundParser parser) {
        return line == null ? null : parser.parse(line);
    }
}
