package bcl.responses;

import bcl.ledger.Outcome;
import bcl.ledger.OutcomeLedger;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The outcomes of a file by line, never more than one page of them in memory. */
record OutcomePages(OutcomeLedger ledger, long fileId) implements Iterable<Outcome> {
    private static final int PAGE = 2000;

    @Override
    public Iterator<Outcome> iterator() {
        return new Cursor();
    }

    private final class Cursor implements Iterator<Outcome> {
        private List<Outcome> page = List.of();
        private int next;
        private long lastLine;
        private boolean ended;

        @Override
        public boolean hasNext() {
            if (next == page.size() && !ended) {
                page = ledger.page(fileId, lastLine, PAGE);
                next = 0;
                ended = page.isEmpty();
            }
            return next < page.size();
        }

        @Override
        public Outcome next() {
            if (!hasNext()) {
                throw new NoSuchElementException("file " + fileId + " has no outcome after line " + lastLine);
            }
            Outcome outcome = page.get(next++);
            lastLine = outcome.line();
            return outcome;
        }
    }
}
