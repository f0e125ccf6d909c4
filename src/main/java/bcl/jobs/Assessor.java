package bcl.jobs;

import bcl.parsing.FilePlan;
import bcl.parsing.InboundParser;
import bcl.parsing.RawGroup;
import bcl.validation.Assessed;
import bcl.validation.ContactRules;
import bcl.validation.FileContext;
import bcl.wire.MeterPoints;

/** Parses and assesses the groups of one file. Holds a parser: one a thread. */
final class Assessor {
    private final InboundParser parser = new InboundParser();
    private final FileContext context;
    private final FilePlan plan;
    private final MeterPoints points;

    Assessor(FileContext context, FilePlan plan, MeterPoints points) {
        this.context = context;
        this.plan = plan;
        this.points = points;
    }

    /** A failure names the line; bad data is no failure. */
    Assessed assess(RawGroup group) {
        try {
            return ContactRules.assess(parser.parse(group), context, points, plan.repeatsReference(group.ordinal()));
        } catch (RuntimeException e) {
            throw new ContactFailed(group.lines().get(0).number(), e);
        }
    }
}
