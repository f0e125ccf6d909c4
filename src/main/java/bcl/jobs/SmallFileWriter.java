package bcl.jobs;

import bcl.contacts.NewContact;
import bcl.ledger.FileChunks.Written;
import bcl.ledger.LedgerFile;
import bcl.ledger.Outcome;
import bcl.ledger.Totals;
import bcl.night.ChunkPacer;
import bcl.validation.Assessed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Decides small files in their order, in one transaction: numbers, contacts, outcomes, states and answers of all of them commit
 * together, in a number of statements that does not depend on how many files there are. The answers are put into
 * {@code outbound/} after the commit.
 */
final class SmallFileWriter implements ItemWriter<SmallFile> {
    private final Stores stores;
    private final FileTurn turn;
    private final Answering answering;
    private final RunSnapshot snapshot;
    private final ChunkPacer pacer;
    private final List<LedgerFile> held = new ArrayList<>();

    SmallFileWriter(Stores stores, FileTurn turn, Answering answering, RunSnapshot snapshot, ChunkPacer pacer) {
        this.stores = stores;
        this.turn = turn;
        this.answering = answering;
        this.snapshot = snapshot;
        this.pacer = pacer;
    }

    /** A file whose contacts are decided: as it will be in the ledger, with its snapshot and its block of CRNs. */
    private record Begun(LedgerFile file, List<Assessed> contacts) {}

    @Override
    public void write(Chunk<? extends SmallFile> chunk) {
        WindowFence.put(pacer);
        List<Long> finished = new ArrayList<>();
        List<Begun> begun = begin(take(chunk.getItems(), finished));
        Map<Long, List<Outcome>> outcomes = decide(begun);
        close(begun);
        answering.answerMeanwhile(inOrder(finished), outcomes);
    }

    /** Gives each file its turn, and returns those whose contacts are to be decided. */
    private List<SmallFile> take(List<? extends SmallFile> files, List<Long> finished) {
        ChunkNumbers numbers =
                new ChunkNumbers(stores, files.stream().map(SmallFile::file).toList());
        FileTurn turns = turn.with(numbers);
        List<SmallFile> opened = new ArrayList<>();
        for (SmallFile each : files) {
            if (isKeptBack(each.file())) {
                continue;
            }
            switch (turns.take(each)) {
                case OPEN -> {
                    opened.add(each);
                    finished.add(each.file().id());
                }
                case REJECTED, REPEATED -> finished.add(each.file().id());
                case HELD -> held.add(stores.files().get(each.file().id()));
            }
        }
        numbers.record();
        return opened;
    }

    /** A file of its stream was held since the queue was made. */
    private boolean isKeptBack(LedgerFile file) {
        return held.stream()
                .filter(other -> WorkOrder.stream(other).equals(WorkOrder.stream(file)))
                .anyMatch(other -> WorkOrder.comesBefore(other, file));
    }

    /** Reserves the CRNs of all files in one call. */
    private List<Begun> begin(List<SmallFile> files) {
        long wanted = files.stream()
                .filter(each -> !each.file().isTest())
                .mapToLong(each -> each.contacts().size())
                .sum();
        long next = wanted == 0 ? 0 : stores.contacts().reserveCrns(wanted);
        List<Begun> begun = new ArrayList<>();
        for (SmallFile each : files) {
            Long first = each.file().isTest() ? null : next;
            begun.add(new Begun(each.file().begun(snapshot.id(), first), each.contacts()));
            next += each.file().isTest() ? 0 : each.contacts().size();
        }
        return begun;
    }

    private Map<Long, List<Outcome>> decide(Collection<Begun> files) {
        Instant now = stores.clock().now();
        Map<String, KnownContacts> known = lookUp(files);
        Map<String, Accepted> accepted = new HashMap<>();
        Map<Long, List<Outcome>> outcomes = new LinkedHashMap<>();
        List<NewContact> created = new ArrayList<>();
        for (Begun each : files) {
            LedgerFile file = each.file();
            Accepted earlier = accepted.computeIfAbsent(file.organisation(), key -> new Accepted());
            KnownContacts ofSender =
                    Objects.requireNonNull(known.get(file.organisation()), "a look-up was made for each sender");
            Accepted own = new Accepted();
            List<Decision> decisions =
                    new Deciding(file, ofSender.with(earlier, own), own).decide(each.contacts(), now);
            showToLaterFiles(each.contacts(), decisions, earlier);
            outcomes.put(file.id(), Decision.outcomes(decisions));
            created.addAll(Decision.contacts(decisions));
        }
        stores.contacts().insert(created);
        if (!outcomes.isEmpty()) {
            stores.outcomes().insert(outcomes);
        }
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

    private Map<String, KnownContacts> lookUp(Collection<Begun> files) {
        Map<String, List<Assessed>> byOrganisation = new LinkedHashMap<>();
        for (Begun each : files) {
            byOrganisation
                    .computeIfAbsent(each.file().organisation(), key -> new ArrayList<>())
                    .addAll(each.contacts());
        }
        return KnownContacts.lookUpAll(stores.search(), byOrganisation);
    }

    /** Holds what was written against what was read, and moves the files to DECIDED. */
    private void close(Collection<Begun> files) {
        if (files.isEmpty()) {
            return;
        }
        Map<LedgerFile, Integer> blocks = new LinkedHashMap<>();
        files.forEach(each -> blocks.put(each.file(), each.contacts().size()));
        Map<Long, Written> written = stores.files().chunks().written(blocks);
        Map<LedgerFile, Totals> totals = new LinkedHashMap<>();
        blocks.forEach((file, groups) -> {
            Written found = written.getOrDefault(file.id(), Written.NOTHING);
            FileGate.check(file, groups, found);
            totals.put(file, found.outcomes());
        });
        stores.files().chunks().decide(totals, stores.clock().now());
    }

    private List<LedgerFile> inOrder(List<Long> ids) {
        Map<Long, LedgerFile> files = new HashMap<>();
        stores.files().chunks().get(ids).forEach(file -> files.put(file.id(), file));
        return ids.stream()
                .map(id -> Objects.requireNonNull(files.get(id), "a file that was decided is in the ledger"))
                .toList();
    }
}
