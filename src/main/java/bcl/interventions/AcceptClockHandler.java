package bcl.interventions;

import bcl.commands.AcceptClockRequest;
import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.Session;
import bcl.ledger.NightLease;
import bcl.night.UkTime;
import bcl.shift.ClockCheck;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code accept-clock}: the way out when a clock that was ahead has left events in the future. */
@Component
final class AcceptClockHandler implements Handler<AcceptClockRequest> {
    private final FileDesk desk;
    private final JdbcClient jdbc;
    private final NightLease lease;

    AcceptClockHandler(FileDesk desk, JdbcClient jdbc, NightLease lease) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.lease = lease;
    }

    @Override
    public Class<AcceptClockRequest> handles() {
        return AcceptClockRequest.class;
    }

    @Override
    public ExitCode handle(AcceptClockRequest request, Session session) {
        Instant now = desk.stores().clock().now();
        // A night that was killed with a clock ahead would keep all others out until that time.
        lease.endIfAhead();
        Set<Instant> later = ClockCheck.later(jdbc, now);
        if (later.isEmpty()) {
            session.out().println("No event is ahead of the clock, which says " + UkTime.readable(now));
            return ExitCode.NOTHING_TO_DO;
        }
        session.out().println(desk.inTransaction(() -> accept(later, now, request.reason(), session.user())));
        return ExitCode.DONE;
    }

    private String accept(Set<Instant> later, Instant now, String reason, String user) {
        Instant last = later.stream().max(Comparator.naturalOrder()).orElseThrow();
        String result = "the clock says " + UkTime.readable(now) + ", and events up to " + UkTime.readable(last)
                + " count no more when it is checked";
        ClockCheck.disown(jdbc, later, now);
        desk.stores().operators().acted(now, user, "accept-clock", "clock", reason, result);
        return "Accepted: " + result;
    }
}
