package bcl.shift;

import bcl.commands.Session;
import bcl.ledger.NightLease;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The nights of a service, which begin and end by the clock. */
@Component
public final class ServiceNights {
    private final NightDesk desk;
    private final NightLease lease;
    private final ObjectProvider<NightDuty.Means> means;
    private final HomeCheck check;

    ServiceNights(NightDesk desk, NightLease lease, ObjectProvider<NightDuty.Means> means, HomeCheck check) {
        this.desk = desk;
        this.lease = lease;
        this.means = means;
        this.check = check;
    }

    /**
     * To be called before anything else of a service is started.
     *
     * @throws bcl.commands.UsageException if the clock is wrong, or the database is older than its home
     */
    public NightWatch begin(Session session) {
        desk.checkClock();
        check.beforeWork();
        NightDuty duty = new NightDuty(desk, lease, means.getObject(), session);
        return new NightWatch(desk.clock(), desk.settings().window(), duty);
    }
}
