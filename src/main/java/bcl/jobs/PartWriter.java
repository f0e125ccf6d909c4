package bcl.jobs;

import bcl.ledger.LedgerFile;
import bcl.ledger.Part;
import bcl.night.ChunkPacer;
import bcl.validation.Assessed;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Decides a chunk of a part: contacts, outcomes and the part's progress commit together. The progress is the last statement and
 * names the attempt, so that a worker whose file was taken over by another run commits nothing.
 */
final class PartWriter implements ItemWriter<PartItem> {
    private final Stores stores;
    private final LedgerFile file;
    private final Accepted thisFile;
    private final boolean isFirst;
    private final long run;
    private final ChunkPacer pacer;
    private Part part;

    PartWriter(Stores stores, LargeFile large, Part part, Accepted thisFile, ChunkPacer pacer) {
        this.stores = stores;
        this.file = large.file();
        this.isFirst = large.isFirst();
        this.run = large.run();
        this.part = part;
        this.thisFile = thisFile;
        this.pacer = pacer;
    }

    @Override
    public void write(Chunk<? extends PartItem> chunk) {
        WindowFence.put(pacer);
        List<? extends PartItem> items = chunk.getItems();
        List<Assessed> contacts = new ArrayList<>(items.size());
        for (PartItem item : items) {
            if (item.contact() != null) {
                contacts.add(item.contact());
            }
        }
        if (!contacts.isEmpty()) {
            KnownContacts known = lookUp(contacts);
            Accepted earlier = part.kind() == Part.Kind.DEFERRED ? thisFile : new Accepted();
            List<Decision> decisions = new Deciding(file, known.with(new Accepted(), earlier), earlier)
                    .decide(contacts, stores.clock().now());
            stores.contacts().insert(Decision.contacts(decisions));
            stores.outcomes().insert(file.id(), Decision.outcomes(decisions), run);
        }
        PartItem last = items.get(items.size() - 1);
        Part moved = part.upTo(last.nextGroup(), last.nextOffset(), last.nextLine());
        stores.parts().advance(file, part, moved);
        part = moved;
    }

    private KnownContacts lookUp(List<Assessed> contacts) {
        return isFirst
                ? KnownContacts.none()
                : KnownContacts.lookUp(stores.search(), file.organisation(), contacts, file.id());
    }
}
