package bcl.jobs;

import bcl.contacts.NewContact;
import bcl.ledger.LedgerFile;
import bcl.ledger.Outcome;
import bcl.ledger.Totals;
import bcl.validation.Assessed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Decides small files in their order, in one transaction: numbers, contacts, outcomes, states and answers of all of them commit
 * together. The answers are put into {@code outbound/} after the commit.
 */
final class SmallFileWriter implements ItemWriter<SmallFile> {
    private final Stores stores;
    private final FileTurn turn;
    private final Answering answering;
    private final RunSnapshot snapshot;
    private final List<LedgerFile> held = new ArrayList<>();

    SmallFileWriter(Stores stores, FileTurn turn, Answering answering, RunSnapshot snapshot) {
        this.stores = stores;
        this.turn = turn;
        this.answering = answering;
        this.snapshot = snapshot;
    }

    @Override
    public void write(Chunk<? extends SmallFile> chunk) {
        List<SmallFile> opened = new ArrayList<>();
        List<LedgerFile> finished = new ArrayList<>();
        for (SmallFile each : chunk.getItems()) {
            if (isKeptBack(each.file())) {
                continue;
            }
            switch (turn.take(each)) {
                case OPEN -> opened.add(each);
                case REJECTED, REPEATED ->
                    finished.add(stores.files().get(each.file().id()));
                case HELD -> held.add(stores.files().get(each.file().id()));
            }
        }
        Map<Long, List<Outcome>> outcomes = decide(open(opened));
        finished.addAll(close(opened, outcomes));
        answering.answer(finished, outcomes);
    }

    /** A file of its stream was held since the queue was made. */
    private boolean isKeptBack(LedgerFile file) {
        return held.stream()
                .filter(other -> WorkOrder.stream(other).equals(WorkOrder.stream(file)))
                .anyMatch(other -> WorkOrder.comesBefore(other, file));
    }

    /** Reserves the CRNs of all files in one call and moves the files to OPEN. */
    private List<SmallFile> open(List<SmallFile> files) {
        long wanted = files.stream()
                .filter(each -> !each.file().isTest())
                .mapToLong(each -> each.contacts().size())
                .sum();
        long next = wanted == 0 ? 0 : stores.contacts().reserveCrns(wanted);
        List<SmallFile> opened = new ArrayList<>();
        for (SmallFile each : files) {
            Long first = each.file().isTest() ? null : next;
            stores.files().open(each.file(), snapshot.id(), each.contacts().size(), first);
            next += each.file().isTest() ? 0 : each.contacts().size();
            opened.add(new SmallFile(stores.files().get(each.file().id()), each.structure(), each.contacts(), null));
        }
        return opened;
    }

    private Map<Long, List<Outcome>> decide(List<SmallFile> files) {
        Instant now = stores.clock().now();
        Map<String, KnownContacts> known = lookUp(files);
        Map<String, Accepted> accepted = new HashMap<>();
        Map<Long, List<Outcome>> outcomes = new LinkedHashMap<>();
        List<NewContact> created = new ArrayList<>();
        for (SmallFile each : files) {
            LedgerFile file = each.file();
            Accepted earlier = accepted.computeIfAbsent(file.organisation(), key -> new Accepted());
            KnownContacts ofSender = known.get(file.organisation());
            if (ofSender == null) {
                throw new IllegalStateException("no look-up was made for file " + file.id());
            }
            Accepted own = new Accepted();
            List<Decision> decisions =
                    new Deciding(file, ofSender.with(earlier, own), own).decide(each.contacts(), now);
            showToLaterFiles(each.contacts(), decisions, earlier);
            outcomes.put(file.id(), Decision.outcomes(decisions));
            created.addAll(Decision.contacts(decisions));
        }
        stores.contacts().insert(created);
        stores.outcomes().insert(outcomes);
        return outcomes;
    }

    private static void showToLaterFiles(List<Assessed> contacts, List<Decision> decisions, Accepted accepted) {
        for (int i = 0; i < contacts.size(); i++) {
            NewContact created = decisions.get(i).contact();
            if (created != null) {
                accepted.add(contacts.get(i), created.crn(), created.contentDigest());
            }
        }
    }

    private Map<String, KnownContacts> lookUp(List<SmallFile> files) {
        Map<String, List<Assessed>> byOrganisation = new LinkedHashMap<>();
        for (SmallFile each : files) {
            byOrganisation
                    .computeIfAbsent(each.file().organisation(), key -> new ArrayList<>())
                    .addAll(each.contacts());
        }
        Map<String, KnownContacts> known = new HashMap<>();
        byOrganisation.forEach((organisation, contacts) ->
                known.put(organisation, KnownContacts.lookUp(stores.search(), organisation, contacts, 0)));
        return known;
    }

    /** Holds what was written against what was read, and moves the files to DECIDED. */
    private List<LedgerFile> close(List<SmallFile> files, Map<Long, List<Outcome>> outcomes) {
        List<LedgerFile> decided = new ArrayList<>();
        if (files.isEmpty()) {
            return decided;
        }
        Instant now = stores.clock().now();
        Map<Long, Totals> counted = stores.outcomes().totals(outcomes.keySet());
        for (SmallFile each : files) {
            LedgerFile file = stores.files().get(each.file().id());
            Totals totals = counted.getOrDefault(file.id(), Totals.NONE);
            FileGate.check(stores, file, each.contacts().size(), totals);
            stores.files().decide(file, totals, now);
            decided.add(stores.files().get(file.id()));
        }
        return decided;
    }
}
