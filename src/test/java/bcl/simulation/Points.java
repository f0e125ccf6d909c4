package bcl.simulation;

import bcl.simulation.Point.Port;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Numbers every call to the outside of all nodes of a run. Only one thread of all nodes works at a time. */
final class Points {
    private final SimClock clock;
    private final List<Point> faulty = new ArrayList<>();
    private Plan plan = Plan.nothing();
    private final List<Point> all = new ArrayList<>();
    private final List<Instant> decided = new ArrayList<>();
    private int history = 1;

    Points(SimClock clock) {
        this.clock = clock;
    }

    synchronized void follow(Plan newPlan) {
        plan = newPlan;
    }

    /** From here on nothing fails. */
    synchronized void heal() {
        plan = Plan.nothing();
    }

    synchronized List<Point> all() {
        return List.copyOf(all);
    }

    /** Equal for equal histories. */
    synchronized int history() {
        return history;
    }

    synchronized void decided(Instant at) {
        decided.add(at);
    }

    /** When the commits of chunks began. */
    synchronized List<Instant> chunks() {
        return List.copyOf(decided);
    }

    /** Where faults happened. */
    synchronized List<Point> faulty() {
        return List.copyOf(faulty);
    }

    synchronized Fault next(Port port, String what, boolean changing) {
        Point point = new Point(all.size() + 1, port, what, changing);
        all.add(point);
        if (!what.startsWith("read ")) {
            clock.pass(); // reads come in small pieces, and take no time
        }
        history = 31 * history + what.hashCode();
        Fault fault = plan.at(point);
        if (fault != Fault.NONE) {
            faulty.add(point);
        }
        return fault;
    }
}
