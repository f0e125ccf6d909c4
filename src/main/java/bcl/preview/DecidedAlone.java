package bcl.preview;

import bcl.ledger.Outcome;
import bcl.ledger.OutcomeKind;
import bcl.parsing.FilePlan;
import bcl.parsing.Groups;
import bcl.parsing.InboundParser;
import bcl.parsing.RawGroup;
import bcl.validation.Assessed;
import bcl.validation.ContactRules;
import bcl.validation.FileContext;
import bcl.validation.Verdict;
import bcl.wire.MeterPoints;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a file's contacts by line, decided anew by each iterator: an answer begins with totals, and a file may have
 * more contacts than fit into memory. Only groups that share a key with others of the file are remembered. One iterator at a
 * time.
 */
final class DecidedAlone implements Iterable<Outcome>, Closeable {
    private final Path file;
    private final FilePlan plan;
    private final FileContext context;
    private final MeterPoints points;
    private final Runnable each;
    private final InboundParser parser = new InboundParser();
    private @Nullable Groups open;

    /**
     * Decides nothing yet.
     *
     * @param file that nobody changes
     * @param each told of each contact, by each iterator
     */
    DecidedAlone(Path file, FilePlan plan, FileContext context, MeterPoints points, Runnable each) {
        this.each = each;
        this.file = file;
        this.plan = plan;
        this.context = context;
        this.points = points;
    }

    @Override
    public Iterator<Outcome> iterator() {
        try {
            close();
            Groups groups = new Groups(file, plan);
            open = groups;
            return new Cursor(groups);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
        }
    }

    private final class Cursor implements Iterator<Outcome> {
        private final Groups groups;
        private final EarlierInFile earlier = new EarlierInFile();
        private int decided;

        Cursor(Groups groups) {
            this.groups = groups;
        }

        @Override
        public boolean hasNext() {
            return decided < plan.groups();
        }

        @Override
        public Outcome next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            decided++;
            each.run();
            return decide(group());
        }

        private RawGroup group() {
            try {
                RawGroup group = groups.next();
                if (group == null) {
                    throw new IllegalStateException(plan.groups() + " contacts were planned, and fewer were read");
                }
                return group;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Outcome decide(RawGroup group) {
            Assessed contact =
                    ContactRules.assess(parser.parse(group), context, points, plan.repeatsReference(group.ordinal()));
            Verdict verdict = Verdict.decide(contact, earlier.seenBy(contact));
            if (verdict instanceof Verdict.Accepted accepted) {
                if (plan.isDeferred(group.ordinal())) {
                    earlier.add(contact);
                }
                return new Outcome(contact.line(), OutcomeKind.AC, null, null, accepted.warnings());
            }
            if (verdict instanceof Verdict.Rejected rejected) {
                return new Outcome(contact.line(), OutcomeKind.RJ, null, null, rejected.reasons());
            }
            throw new IllegalStateException(
                    "line " + contact.line() + " repeats a contact, though none is known that was sent before");
        }
    }
}
