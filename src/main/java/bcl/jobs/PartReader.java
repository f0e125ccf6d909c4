package bcl.jobs;

import bcl.ledger.Part;
import bcl.night.ChunkPacer;
import bcl.night.Pace;
import bcl.parsing.GroupReader;
import bcl.parsing.RawGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemStream;

/**
 * Reads the groups of one part from where the ledger says that it stands, until its end or until no chunk may start any more.
 * The position is kept in the ledger, with the outcomes, and not in the execution context.
 */
final class PartReader implements ItemReader<PartItem>, ItemStream {
    private final LargeFile large;
    private final Part part;
    private final ChunkPacer pacer;
    private final BooleanSupplier mayBegin;
    private @Nullable GroupReader groups;
    private PartItem last;
    private boolean ended;

    /** Reads nothing if {@code mayBegin} says no when the step begins. */
    PartReader(LargeFile large, Part part, ChunkPacer pacer, BooleanSupplier mayBegin) {
        this.large = large;
        this.part = part;
        this.pacer = pacer;
        this.mayBegin = mayBegin;
        this.last = new PartItem(null, null, part.nextGroup(), part.nextOffset(), part.nextLine());
    }

    @Override
    public void open(ExecutionContext context) {
        try {
            ended = !mayBegin.getAsBoolean();
            groups = large.open(part);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the sealed copy of file " + large.file().id() + " cannot be read", e);
        }
    }

    @Override
    public @Nullable PartItem read() throws IOException {
        if (ended || groups == null || !(pacer.mayStart() instanceof Pace.Go)) {
            return null;
        }
        RawGroup group = next(groups);
        while (group != null && !isMine(group)) {
            last = PartItem.of(group);
            group = groups.next();
        }
        if (group == null) {
            ended = true;
            return new PartItem(null, null, part.endGroup(), last.nextOffset(), last.nextLine());
        }
        last = PartItem.of(group);
        return last;
    }

    /** The deferred part spans the file, of which little is deferred. */
    private @Nullable RawGroup next(GroupReader reader) throws IOException {
        if (part.kind() == Part.Kind.DEFERRED) {
            int group = large.plan().nextDeferred(last.nextGroup());
            if (group < 0) {
                return null;
            }
            reader.skipTo(group, large.plan().deferredAt());
        }
        return reader.next();
    }

    ChunkPacer pacer() {
        return pacer;
    }

    private boolean isMine(RawGroup group) {
        return large.plan().isDeferred(group.ordinal()) == (part.kind() == Part.Kind.DEFERRED);
    }

    @Override
    public void close() {
        try {
            if (groups != null) {
                groups.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the sealed copy of file " + large.file().id() + " cannot be closed", e);
        }
    }
}
