package bcl.jobs;

import bcl.ledger.OutcomeKind;
import bcl.ledger.Part;
import bcl.ledger.Totals;
import bcl.parsing.GroupReader;
import bcl.parsing.RawGroup;
import bcl.validation.Assessed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Decides what is left of a file as its job would, and keeps the counts alone. */
final class Foretold {
    private final Stores stores;
    private final LargeFile large;
    private final int contactsPerChunk;
    private Totals totals;

    Foretold(Stores stores, LargeFile large, int contactsPerChunk) {
        this.stores = stores;
        this.large = large;
        this.contactsPerChunk = contactsPerChunk;
        long id = large.file().id();
        this.totals = stores.outcomes().totals(List.of(id)).getOrDefault(id, Totals.NONE);
    }

    /** The counts that the file would end with, those that are committed among them. */
    Totals decide(List<Part> parts) throws IOException {
        for (Part part : parts) {
            if (!part.isDone()) {
                decide(part);
            }
        }
        return totals;
    }

    private void decide(Part part) throws IOException {
        boolean deferred = part.kind() == Part.Kind.DEFERRED;
        Accepted earlier = deferred ? EarlierGroups.accepted(large, part, stores.outcomes()) : new Accepted();
        Assessor assessor = large.assessor();
        List<Assessed> chunk = new ArrayList<>();
        try (GroupReader groups = large.open(part)) {
            for (RawGroup group = groups.next(); group != null; group = groups.next()) {
                if (large.plan().isDeferred(group.ordinal()) == deferred) {
                    chunk.add(assessor.assess(group));
                }
                if (chunk.size() == contactsPerChunk) {
                    decide(chunk, earlier);
                }
            }
        }
        decide(chunk, earlier);
    }

    private void decide(List<Assessed> chunk, Accepted earlier) {
        if (chunk.isEmpty()) {
            return;
        }
        String organisation = large.file().organisation();
        KnownContacts known = KnownContacts.lookUp(
                stores.search(), organisation, chunk, large.file().id());
        List<Decision> decisions = new Deciding(large.file(), known.with(new Accepted(), earlier), earlier)
                .decide(chunk, stores.clock().now());
        for (Decision decision : decisions) {
            OutcomeKind kind = decision.outcome().kind();
            totals = totals.plus(kind);
        }
        chunk.clear();
    }
}
