package bcl.retention;

import bcl.ledger.Erasure;
import bcl.ledger.Erasure.Kind;
import bcl.ledger.ErasureLedger;
import bcl.ledger.ErasureLedger.Held;
import bcl.night.NightClock;
import bcl.night.UkTime;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door of this package. First it is recorded in the database what is erased, then in the tombstones beside it, then the content goes,
 * then it is recorded that it is gone: whatever dies in between, the next call finishes. Several may call it at once.
 *
 * <p>A sealed copy stays as long as any file needs it: the same bytes may have been sent again, under another name too. A copy that comes
 * with a new delivery of erased bytes is that delivery's.
 */
public final class Retention {
    private static final int MARKED = 20_000;
    private static final int PAGE = 200;

    private final Home home;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final NightClock clock;
    private final ErasureLedger ledger;
    private final Tombstones tombstones;

    public Retention(Home home, JdbcTemplate jdbc, TransactionTemplate transaction, NightClock clock) {
        this.home = home;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.ledger = new ErasureLedger(jdbc);
        this.tombstones = new Tombstones(home.erased());
    }

    /** What {@link #erase} would do now; the sealed copies and records are not counted one by one. */
    public Erasing rehearse(Rules rules) throws IOException {
        Instant content = before(rules.content());
        Instant quarantine = before(rules.quarantine());
        Instant answers = before(rules.answers());
        return new Erasing(
                content == null ? 0 : ledger.dueFiles(content, rules.open()),
                0,
                0,
                answers == null
                        ? 0
                        : new CollectedAnswers(home, jdbc).before(answers).size(),
                quarantine == null ? 0 : ledger.dueQuarantine(quarantine),
                waiting(rules),
                true);
    }

    /**
     * Erases what is due by these rules, what an earlier call began, and what came back.
     *
     * @param goOn asked again and again; false leaves the rest to the next call
     * @throws IOException if something cannot be erased, or the tombstones not be written; what was erased is recorded
     */
    public Erasing erase(Rules rules, BooleanSupplier goOn) throws IOException {
        Count count = new Count();
        try {
            boolean complete = again(count, goOn) && due(rules, count, goOn) && answers(rules, count, goOn);
            return count.end(waiting(rules), complete);
        } catch (java.io.UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause(), "it wraps one");
        }
    }

    /** Whether the database knows less than the tombstones: it was restored from a backup. */
    public boolean cameBack() throws IOException {
        Optional<Tombstones.Line> last = tombstones.last();
        if (last.isEmpty()) {
            return false;
        }
        Erasure erasure = last.get().erasure();
        return erasure == null ? ledger.last() < last.get().id() : !ledger.knows(erasure.id(), erasure.digest());
    }

    /** Erases again what a backup brought back, and finishes what was begun. */
    public Erasing eraseAgain(BooleanSupplier goOn) throws IOException {
        return erase(new Rules(null, null, null, false), goOn);
    }

    private boolean again(Count count, BooleanSupplier goOn) throws IOException {
        boolean restored = cameBack();
        if (restored) {
            List<Erasure> page = new ArrayList<>();
            tombstones.forEach(each -> {
                page.add(each);
                if (page.size() == PAGE) {
                    mark(page);
                }
            });
            mark(page);
        }
        boolean complete = finish(count, goOn) && copies(goOn) && finish(count, goOn);
        if (restored && complete) {
            tombstones.settled(ledger.last(), clock.now());
        }
        return complete;
    }

    private void mark(List<Erasure> page) {
        transaction.executeWithoutResult(status -> {
            ledger.lockMarks();
            page.forEach(ledger::markAgain);
        });
        page.clear();
    }

    /** Sealed copies of erased files that lie there again, such as from a backup of the archive. */
    private boolean copies(BooleanSupplier goOn) {
        long last = 0;
        List<Erasure> there = new ArrayList<>();
        List<Erasure> page = ledger.finished(Kind.FILE, last, MARKED);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(each -> Files.exists(home.sealed(each.digest()), LinkOption.NOFOLLOW_LINKS))
                    .forEach(there::add);
            if (!goOn.getAsBoolean()) {
                return false;
            }
            last = page.get(page.size() - 1).id();
            page = ledger.finished(Kind.FILE, last, MARKED);
        }
        if (!there.isEmpty()) {
            Set<String> held = ledger.held(digests(there)).digests();
            ledger.reopen(there.stream()
                    .filter(each -> !held.contains(each.digest()))
                    .map(Erasure::id)
                    .toList());
        }
        return true;
    }

    private boolean due(Rules rules, Count count, BooleanSupplier goOn) throws IOException {
        Instant content = before(rules.content());
        Instant quarantine = before(rules.quarantine());
        boolean complete = true;
        int marked = 1;
        while (complete && marked > 0 && content != null) {
            String rule = "content older than " + rules.content();
            marked = marked(() -> ledger.markFiles(content, rules.open(), rule, clock.now(), MARKED));
            complete = finish(count, goOn);
        }
        marked = 1;
        while (complete && marked > 0 && quarantine != null) {
            String rule = "quarantine older than " + rules.quarantine();
            marked = marked(() -> ledger.markQuarantine(quarantine, rule, clock.now(), MARKED));
            complete = finish(count, goOn);
        }
        return complete;
    }

    private interface Marking {
        int mark();
    }

    private int marked(Marking marking) {
        return Objects.requireNonNull(transaction.execute(status -> marking.mark()), "it counts");
    }

    /** Erases all that is marked. */
    private boolean finish(Count count, BooleanSupplier goOn) throws IOException {
        Content content = new Content(home, jdbc, transaction, count);
        List<Erasure> pending = ledger.pending(MARKED);
        while (!pending.isEmpty()) {
            tombstones.add(pending, clock.now());
            Held held = ledger.held(digests(pending));
            for (int from = 0; from < pending.size(); from += PAGE) {
                List<Erasure> some = pending.subList(from, Math.min(from + PAGE, pending.size()));
                if (!goOn.getAsBoolean() || !content.erase(some, held, clock.now(), goOn)) {
                    return false;
                }
            }
            pending = ledger.pending(MARKED);
        }
        return true;
    }

    private boolean answers(Rules rules, Count count, BooleanSupplier goOn) throws IOException {
        Instant before = before(rules.answers());
        if (before == null) {
            return true;
        }
        Set<Path> folders = new TreeSet<>();
        for (Path answer : new CollectedAnswers(home, jdbc).before(before)) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            count.answers += Files.deleteIfExists(answer) ? 1 : 0;
            folders.add(Durably.parent(answer));
        }
        for (Path folder : folders) {
            Durably.sync(folder);
        }
        return true;
    }

    private long waiting(Rules rules) {
        Instant content = before(rules.content());
        return content == null || rules.open() ? 0 : ledger.waitingFiles(content);
    }

    private static Set<String> digests(List<Erasure> erasures) {
        return erasures.stream()
                .filter(each -> each.kind() == Kind.FILE)
                .map(Erasure::digest)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The beginning of the UK day that lies so far back. */
    private @Nullable Instant before(@Nullable Period period) {
        return period == null
                ? null
                : UkTime.localDate(clock.now())
                        .minus(period)
                        .atStartOfDay(UkTime.ZONE)
                        .toInstant();
    }
}
