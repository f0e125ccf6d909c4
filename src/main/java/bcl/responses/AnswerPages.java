package bcl.responses;

import bcl.ledger.Outcome;
import bcl.ledger.Totals;
import bcl.parsing.AnswerMapper;
import bcl.parsing.SentFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Makes the records of many contacts page by page, several pages side by side, and writes them in the order of the contacts. The
 * outcomes are read by the calling thread, whose transaction it is.
 */
final class AnswerPages {
    private static final int PAGE = 2000;

    /** A page of contacts with all the reasons that they may have is 7 MB. */
    private static final int AT_A_TIME = 3;

    private final Executor threads;
    private final Supplier<AnswerMapper> mappers;
    private final Deque<CompletableFuture<AnswerPage>> made = new ArrayDeque<>();
    private Totals told = Totals.NONE;

    AnswerPages(Executor threads, Supplier<AnswerMapper> mappers) {
        this.threads = threads;
        this.mappers = mappers;
    }

    /** Writes the records of all outcomes, which are by line, and says how many of each kind they were. To be called once. */
    Totals write(Iterable<Outcome> outcomes, Path sealed, AnswerLines lines) throws IOException {
        try (SentFields places = SentFields.open(sealed)) {
            Iterator<Outcome> left = outcomes.iterator();
            while (left.hasNext()) {
                if (made.size() == AT_A_TIME) {
                    writeFirst(lines);
                }
                List<Outcome> page = page(left);
                if (made.isEmpty() && !left.hasNext()) {
                    writeHere(page, places, lines);
                    break;
                }
                long offset = offset(places, page.get(0).line());
                made.add(CompletableFuture.supplyAsync(() -> make(page, sealed, offset), threads));
            }
            while (!made.isEmpty()) {
                writeFirst(lines);
            }
            return told;
        } finally {
            // After a failure nobody waits for the others, which may still read the sealed copy: they harm nothing.
            made.forEach(page -> page.cancel(false));
        }
    }

    private static List<Outcome> page(Iterator<Outcome> left) {
        List<Outcome> page = new ArrayList<>(PAGE);
        while (page.size() < PAGE && left.hasNext()) {
            page.add(left.next());
        }
        return page;
    }

    /** What is one page alone is not worth another thread. */
    private void writeHere(List<Outcome> page, SentFields sent, AnswerLines lines) throws IOException {
        ContactResults results = new ContactResults(lines, sent);
        for (Outcome outcome : page) {
            results.write(outcome);
            told = told.plus(outcome.kind());
        }
    }

    private static long offset(SentFields places, long line) throws IOException {
        if (!places.goTo(line)) {
            throw new IllegalStateException("the sealed copy has no line " + line + " where an outcome names one");
        }
        return places.offset();
    }

    private AnswerPage make(List<Outcome> outcomes, Path sealed, long offset) {
        try {
            return AnswerPage.of(outcomes, sealed, offset, mappers.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeFirst(AnswerLines lines) throws IOException {
        AnswerPage page;
        try {
            page = made.remove().join();
        } catch (CompletionException e) {
            throw unwrapped(e);
        }
        lines.add(page);
        told = told.plus(page.told());
    }

    private static RuntimeException unwrapped(CompletionException e) throws IOException {
        if (e.getCause() instanceof UncheckedIOException io) {
            throw io.getCause();
        }
        return e.getCause() instanceof RuntimeException cause ? cause : e;
    }
}
