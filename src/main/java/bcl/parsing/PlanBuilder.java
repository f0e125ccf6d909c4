package bcl.parsing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the plan of one file while it is scanned: part borders, and 24 bytes a group of what groups have in common. */
final class PlanBuilder {
    /** A chunk never holds more than a part, so that groups of many long lines cannot fill the memory. */
    private static final long BYTES_PER_PART = 8L << 20;

    private final int groupsPerPart;
    private final ContactKeys keys;
    private final List<Part> parts = new ArrayList<>();
    private final Recurrence references = new Recurrence();
    private final Recurrence meterPoints = new Recurrence();
    private final Recurrence previous = new Recurrence();
    private int groups;

    PlanBuilder(int groupsPerPart, ContactKeys keys) {
        this.groupsPerPart = groupsPerPart;
        this.keys = keys;
    }

    /** Takes the {@code L01} that the reader is at. */
    void add(LineReader line) {
        if (endsPart(line.offset())) {
            closePart();
            parts.add(new Part(groups, 0, line.offset(), line.number()));
        }
        keys.read(line);
        references.add(keys.referenceKey());
        meterPoints.add(keys.meterPointKey());
        previous.add(keys.previousKey());
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
        meterPoints.mark(deferred);
        previous.mark(deferred);
        return new FilePlan(parts, groups, trailerLine, repeatedReferences(file), deferred);
    }

    /** Hashes that recur are only a suspicion: the references themselves are compared, in a second pass that few files need. */
    private BitSet repeatedReferences(Path file) throws IOException {
        BitSet repeated = new BitSet();
        long[] suspects = references.recurring();
        if (suspects.length == 0) {
            return repeated;
        }
        @Nullable String[] first = new @Nullable String[suspects.length];
        Set<String> collided = new HashSet<>();
        Part start = parts.get(0);
        try (LineReader lines = LineReader.open(file, start.offset(), start.line())) {
            int group = -1;
            while (group < groups - 1 && lines.advance()) {
                if (!Scan.isContact(lines)) {
                    continue;
                }
                group++;
                int suspect = Arrays.binarySearch(suspects, references.get(group));
                if (suspect >= 0 && isRepeated(lines, suspect, first, collided)) {
                    repeated.set(group);
                }
            }
        }
        return repeated;
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
}
