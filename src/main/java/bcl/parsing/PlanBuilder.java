package bcl.parsing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the plan of one file while it is scanned: part borders, and for each group 40 bytes of where it lies and what it has in
 * common with others.
 */
final class PlanBuilder implements Closeable {
    /** A chunk never holds more than a part, so that groups of many long lines cannot fill the memory. */
    private static final long BYTES_PER_PART = 8L << 20;

    /** References that are compared at a time. */
    private static final int SUSPECTS = 1 << 16;

    private final int groupsPerPart;
    private final ContactKeys keys;
    private final List<Part> parts = new ArrayList<>();
    private final Column references = new Column();
    private final Column meterPoints = new Column();
    private final Column previous = new Column();
    private final Column offsets = new Column();
    private final Column lines = new Column();
    private int groups;

    PlanBuilder(int groupsPerPart, ContactKeys keys) {
        this.groupsPerPart = groupsPerPart;
        this.keys = keys;
    }

    /** Takes the {@code L01} that the reader is at. */
    void add(LineReader line) throws IOException {
        if (endsPart(line.offset())) {
            closePart();
            parts.add(new Part(groups, 0, line.offset(), line.number()));
        }
        keys.read(line);
        references.add(keys.referenceKey());
        meterPoints.add(keys.meterPointKey());
        previous.add(keys.previousKey());
        offsets.add(line.offset());
        lines.add(line.number());
        groups++;
    }

    private boolean endsPart(long offset) {
        if (parts.isEmpty()) {
            return true;
        }
        Part last = parts.get(parts.size() - 1);
        return groups - last.firstGroup() >= groupsPerPart || offset - last.offset() >= BYTES_PER_PART;
    }

    private void closePart() {
        if (!parts.isEmpty()) {
            Part last = parts.remove(parts.size() - 1);
            parts.add(new Part(last.firstGroup(), groups - last.firstGroup(), last.offset(), last.line()));
        }
    }

    FilePlan build(Path file, long trailerLine) throws IOException {
        closePart();
        BitSet deferred = new BitSet();
        new Recurrence(meterPoints).mark(deferred);
        new Recurrence(previous).mark(deferred);
        return new FilePlan(
                parts, groups, trailerLine, repeatedReferences(file), deferred, Places.of(deferred, offsets, lines));
    }

    /** Hashes that recur are only a suspicion: the references themselves are compared, in the file once more. */
    private BitSet repeatedReferences(Path file) throws IOException {
        BitSet repeated = new BitSet();
        Recurrence recurrence = new Recurrence(references);
        for (int slice = 0; slice < recurrence.slices(); slice++) {
            long[] suspects = recurrence.recurring(slice);
            for (int from = 0; from < suspects.length; from += SUSPECTS) {
                long[] some = Arrays.copyOfRange(suspects, from, Math.min(suspects.length, from + SUSPECTS));
                markRepeated(file, some, repeated);
            }
        }
        return repeated;
    }

    private void markRepeated(Path file, long[] suspects, BitSet repeated) throws IOException {
        @Nullable String[] first = new @Nullable String[suspects.length];
        Set<String> collided = new HashSet<>();
        Part start = parts.get(0);
        try (LineReader reader = LineReader.open(file, start.offset(), start.line())) {
            for (int group = 0; group < groups; group++) {
                int suspect = Arrays.binarySearch(suspects, references.get(group));
                if (suspect >= 0) {
                    reader.seek(offsets.get(group), lines.get(group));
                    reader.advance();
                    if (isRepeated(reader, suspect, first, collided)) {
                        repeated.set(group);
                    }
                }
            }
        }
    }

    private boolean isRepeated(LineReader line, int suspect, @Nullable String[] first, Set<String> collided) {
        keys.read(line);
        String reference = keys.reference();
        if (reference == null) {
            return false;
        }
        if (first[suspect] == null) {
            first[suspect] = reference;
            return false;
        }
        return reference.equals(first[suspect]) || !collided.add(reference);
    }

    @Override
    public void close() throws IOException {
        for (Column column : List.of(references, meterPoints, previous, offsets, lines)) {
            column.close();
        }
    }
}
