package bcl.commands;

import bcl.night.NightClock;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * How far a command is, in one line of a terminal that is drawn again and again; nothing at all where the caller has no terminal.
 * Ends each drawing with a carriage return and no line end, so that whatever is printed next takes its place. Thread-safe: those
 * who do the work only count, and a thread of its own draws, so that a terminal that stands still holds nobody up.
 */
public final class ProgressBar implements AutoCloseable {
    static final Duration EVERY = Duration.ofMillis(300);
    /** A line that a narrow terminal breaks could not be taken back. */
    static final int WIDTH = 79;

    private static final int BAR = 10;
    /** Before, no rate means anything. */
    private static final double FIRST_SECONDS = 1;

    private final PrintStream to;
    private final String unit;
    private final boolean exact;
    private final NightClock clock;
    private final long from;
    private final @Nullable ScheduledExecutorService timer;
    private final LongAdder units = new LongAdder();
    private final LongAdder work = new LongAdder();
    private volatile long all = -1;
    private volatile @Nullable ScheduledFuture<?> drawings;
    private int drawn;
    private boolean closed;

    /** @param unit what is counted, such as {@code files} */
    public ProgressBar(String unit, Session session) {
        this(unit, true, session, NightClock.system());
    }

    /** For work that is told in another measure, such as bytes: how many there will be is reckoned from those done so far. */
    public static ProgressBar reckoned(String unit, Session session) {
        return new ProgressBar(unit, false, session, NightClock.system());
    }

    ProgressBar(String unit, boolean exact, Session session, NightClock clock) {
        this.exact = exact;
        this.to = session.err();
        this.unit = unit;
        this.clock = clock;
        this.from = clock.nanos();
        this.timer = session.terminal() ? Executors.newSingleThreadScheduledExecutor(ProgressBar::daemon) : null;
    }

    /** So much work is left. The first time, it is drawn at once. */
    public void left(long moreWork) {
        boolean first = all < 0;
        all = work.sum() + moreWork;
        if (first && timer != null && !timer.isShutdown()) {
            draw();
            drawings =
                    timer.scheduleWithFixedDelay(this::draw, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** So many were done, which was so much of the work; for most, each is a piece of work. */
    public void done(long more, long moreWork) {
        units.add(more);
        work.add(moreWork);
    }

    /** So many are done, of so many. */
    public void at(long done, long of) {
        long more = done - units.sum();
        done(more, more);
        left(of - done);
    }

    /** Whether anybody sees it. */
    public boolean isSeen() {
        return timer != null;
    }

    /** Draws the end, and takes the line back. */
    @Override
    public void close() {
        if (timer != null) {
            // Without an interrupt: it would close a connection that the line goes over.
            ScheduledFuture<?> later = drawings;
            if (later != null) {
                later.cancel(false);
            }
            timer.shutdown();
            if (isDrawn()) {
                draw();
                erase();
            }
        }
    }

    synchronized void draw() {
        if (closed) {
            return;
        }
        String line = line();
        put(line + " ".repeat(Math.max(0, drawn - line.length())));
        drawn = line.length();
    }

    private synchronized boolean isDrawn() {
        return drawn > 0;
    }

    private synchronized void erase() {
        closed = true;
        put(" ".repeat(drawn));
    }

    /** In one piece, so that a line of another thread does not come in between. */
    private void put(String line) {
        to.print(line + "\r");
        to.flush();
    }

    private String line() {
        long units = this.units.sum();
        long work = this.work.sum();
        long all = Math.max(this.all, work);
        double share = all == 0 ? 1 : (double) work / all;
        double seconds = (clock.nanos() - from) / 1e9;
        int full = (int) (share * BAR);
        StringBuilder line = new StringBuilder("[" + "#".repeat(full) + "-".repeat(BAR - full) + "]");
        line.append(String.format(Locale.UK, " %2d%% %s", (int) (share * 100), of(units, work, all)));
        if (units > 0 && seconds >= FIRST_SECONDS) {
            double rate = units / seconds;
            line.append(String.format(Locale.UK, rate < 10 ? ", %,.1f/s" : ", %,.0f/s", rate));
            if (work > 0) {
                line.append(", ").append(time((all - work) * seconds / work)).append(" left");
            }
        }
        return line.length() > WIDTH ? line.substring(0, WIDTH) : line.toString();
    }

    private String of(long units, long work, long all) {
        if (exact) {
            return String.format(Locale.UK, "%,d of %,d %s", units, all, unit);
        }
        return work == 0 || units == 0
                ? String.format(Locale.UK, "%,d %s", units, unit)
                : String.format(Locale.UK, "%,d of ~%,d %s", units, Math.round((double) units / work * all), unit);
    }

    private static String time(double seconds) {
        long left = (long) Math.ceil(seconds);
        if (left < 60) {
            return left + " s";
        }
        return left < 3600 ? left / 60 + " min " + left % 60 + " s" : left / 3600 + " h " + left % 3600 / 60 + " min";
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    }
}
