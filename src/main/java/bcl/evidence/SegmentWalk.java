package bcl.evidence;

import bcl.evidence.Entry.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through segments in their order, an answer followed by the contacts of its file, and holds all of it against the rows. */
final class SegmentWalk {
    private final RowCheck rows;
    private @Nullable Run run;

    /**
     * The file at hand.
     *
     * @param next the first CRN of its block that was not looked at; 0 if it has none
     * @param end the first one after its block
     */
    private record Run(long file, long next, long end) {}

    SegmentWalk(RowCheck rows) {
        this.rows = rows;
    }

    void segment(long id, List<Entry> entries) {
        int from = 0;
        while (from < entries.size()) {
            Entry first = entries.get(from);
            int to = first.isOf(Kind.ANSWER) ? from + 1 : endOf(first.kind(), entries, from);
            switch (first.kind()) {
                case ANSWER -> begin(first, id);
                case CONTACT -> contacts(entries.subList(from, to));
                case EVENT -> {
                    end();
                    rows.events(entries.subList(from, to));
                }
            }
            from = to;
        }
    }

    /** To be called after the last segment: rows behind the last that was sealed were inserted. */
    void end() {
        if (run != null && run.next() > 0 && run.next() < run.end()) {
            rows.contacts(run.file(), run.next(), run.end() - 1, List.of());
        }
        run = null;
    }

    private void begin(Entry answer, long segment) {
        end();
        SealedFile file = rows.answer(answer, segment);
        run = file == null || !file.hasBlock()
                ? new Run(answer.key(), 0, 0)
                : new Run(answer.key(), file.firstCrn(), file.end());
    }

    private void contacts(List<Entry> sealed) {
        long first = sealed.get(0).key();
        long last = sealed.get(sealed.size() - 1).key();
        Run now = run == null ? new Run(0, 0, 0) : run;
        rows.contacts(now.file(), now.next() > 0 ? Math.min(now.next(), first) : first, last, sealed);
        run = new Run(now.file(), last + 1, Math.max(now.end(), last + 1));
    }

    private static int endOf(Kind kind, List<Entry> entries, int from) {
        int to = from;
        while (to < entries.size() && entries.get(to).isOf(kind)) {
            to++;
        }
        return to;
    }
}
