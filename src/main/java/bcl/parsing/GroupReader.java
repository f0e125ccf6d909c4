package bcl.parsing;

import bcl.wire.ContactGroup;
import bcl.wire.GroupTail;
import bcl.wire.RecordLayout;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the groups of a part, one after the other, in constant memory (interface, section 7, "Structure"). For one thread, and
 * cheap enough to feed several that parse.
 */
public final class GroupReader implements Closeable {
    private final LineReader lines;
    private final Part part;
    private final long trailerLine;
    private final TailFold tail = new TailFold();
    private int nextGroup;
    private boolean atGroup;

    private GroupReader(LineReader lines, Part part, long trailerLine) {
        this.lines = lines;
        this.part = part;
        this.trailerLine = trailerLine;
        this.nextGroup = part.firstGroup();
    }

    /**
     * Opens the file that the part was planned for.
     *
     * @param trailerLine the line at which the last group ends; 0 if it ends with the file
     */
    public static GroupReader open(Path file, Part part, long trailerLine) throws IOException {
        LineReader lines = LineReader.open(file, part.offset(), part.line());
        try {
            GroupReader reader = new GroupReader(lines, part, trailerLine);
            reader.atGroup = lines.advance() && reader.startsGroup();
            return reader;
        } catch (IOException e) {
            lines.close();
            throw e;
        }
    }

    /** The next group of the part, or null behind its last one. */
    public @Nullable RawGroup next() throws IOException {
        if (nextGroup == part.firstGroup() + part.groups()) {
            return null;
        }
        if (!atGroup) {
            throw new IllegalStateException("group " + nextGroup + " is not at line " + lines.number()
                    + ": the file is not the one that was planned");
        }
        List<RawLine> kept = new ArrayList<>();
        kept.add(lines.line());
        boolean more = lines.advance();
        while (more && !endsGroup()) {
            if (kept.size() < ContactGroup.KEPT) {
                kept.add(lines.line());
            } else {
                tail.add(lines);
            }
            more = lines.advance();
        }
        atGroup = more && startsGroup();
        GroupTail rest = tail.take();
        return new RawGroup(nextGroup++, kept, rest, end(more), lines.number() + (more ? 0 : 1));
    }

    /**
     * Passes over the groups before another one of the part, without reading them.
     *
     * @param group further on than all that {@link #next()} gave
     */
    public void skipTo(int group, Places places) throws IOException {
        if (group > nextGroup && places.knows(group)) {
            lines.seek(places.offset(group), places.line(group));
            nextGroup = group;
            atGroup = lines.advance() && startsGroup();
        }
    }

    private long end(boolean more) {
        return more ? lines.offset() : lines.nextOffset();
    }

    private boolean endsGroup() {
        return lines.number() == trailerLine || startsGroup();
    }

    private boolean startsGroup() {
        RecordLayout layout = RecordId.layout(lines.bytes(), lines.start(), lines.length());
        return layout != null && layout.id().equals(RecordId.CONTACT);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
