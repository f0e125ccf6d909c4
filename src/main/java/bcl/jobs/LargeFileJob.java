package bcl.jobs;

import bcl.ledger.LedgerFile;
import bcl.ledger.Part;
import bcl.ledger.Totals;
import bcl.night.ChunkPacer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job that decides one large file: its parts side by side, then what depends on other groups, then the answer. Each run
 * builds it anew from the ledger, with what is left to do.
 */
final class LargeFileJob {
    private static final int DEFERRED_CHUNK = 250;

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final TaskExecutor workers;
    private final Stores stores;
    private final NightSettings settings;
    private final RunWatch watch;

    LargeFileJob(Motor motor, Stores stores, NightSettings settings, RunWatch watch) {
        this.repository = motor.repository();
        this.transactions = motor.transactions();
        this.workers = motor.workers();
        this.stores = stores;
        this.settings = settings;
        this.watch = watch;
    }

    Job of(LargeFile large, ChunkPacer pacer, Answering answering) {
        Map<Integer, Part> plain = left(large, Part.Kind.PLAIN);
        JobBuilder job = new JobBuilder("large-file", repository);
        var flow = job.start(parts(large, plain, pacer));
        left(large, Part.Kind.DEFERRED).values().forEach(part -> flow.next(deferred(large, part, pacer)));
        return flow.next(answer(large, pacer, answering)).build();
    }

    private Map<Integer, Part> left(LargeFile large, Part.Kind kind) {
        Map<Integer, Part> left = new LinkedHashMap<>();
        for (Part part : stores.parts().of(large.file().id())) {
            if (part.kind() == kind && !part.isDone()) {
                left.put(part.part(), part);
            }
        }
        return left;
    }

    private Step parts(LargeFile large, Map<Integer, Part> parts, ChunkPacer pacer) {
        PartHandler handler = new PartHandler(number -> plainPart(large, part(parts, number), pacer), workers);
        return new StepBuilder("parts", repository)
                .partitioner("part", gridSize -> contexts(parts.keySet()))
                .partitionHandler(handler)
                .build();
    }

    private static Part part(Map<Integer, Part> parts, int number) {
        Part part = parts.get(number);
        if (part == null) {
            throw new IllegalStateException("part " + number + " was not planned");
        }
        return part;
    }

    private static Map<String, ExecutionContext> contexts(Iterable<Integer> parts) {
        Map<String, ExecutionContext> contexts = new LinkedHashMap<>();
        for (int part : parts) {
            ExecutionContext context = new ExecutionContext();
            context.putInt(PartHandler.PART, part);
            contexts.put(Integer.toString(part), context);
        }
        return contexts;
    }

    private Step plainPart(LargeFile large, Part part, ChunkPacer pacer) {
        PartReader reader = new PartReader(large, part, pacer, () -> true);
        return chunks("part", large, part, reader, new Accepted());
    }

    /** Starts only when all other parts are done, since an earlier group's outcome decides about a later one. */
    private Step deferred(LargeFile large, Part part, ChunkPacer pacer) {
        try {
            Accepted accepted = EarlierGroups.accepted(large, part, stores.outcomes());
            PartReader reader = new PartReader(large, part, pacer, () -> isDone(large, Part.Kind.PLAIN));
            return chunks("deferred", large, part, reader, accepted);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the sealed copy of file " + large.file().id() + " cannot be read", e);
        }
    }

    private Step chunks(String name, LargeFile large, Part part, PartReader reader, Accepted accepted) {
        return new StepBuilder(name, repository)
                        .<PartItem, PartItem>chunk(chunk(part))
                        .transactionManager(transactions)
                        .reader(reader)
                        .processor(new PartProcessor(large))
                        .writer(new PartWriter(stores, large, part, accepted, reader.pacer()))
                        .stream(reader)
                        .listener(new ChunkTimer<>(reader.pacer()))
                        .listener(new ChunkTold<PartItem, PartItem>(watch, LargeFileJob::contacts, bytes(part)))
                        .build();
    }

    private static long contacts(Chunk<PartItem> chunk) {
        return chunk.getItems().stream().filter(item -> item.contact() != null).count();
    }

    /** How far a part went. What is deferred was read with the parts before. */
    private static ToLongFunction<Chunk<PartItem>> bytes(Part part) {
        if (part.kind() == Part.Kind.DEFERRED) {
            return chunk -> 0;
        }
        long[] at = {part.nextOffset()};
        return chunk -> {
            long from = at[0];
            at[0] = chunk.getItems().get(chunk.size() - 1).nextOffset();
            return at[0] - from;
        };
    }

    /** The deferred part spans the whole file: its chunks are bounded by their number of groups alone. */
    private int chunk(Part part) {
        return part.kind() == Part.Kind.PLAIN
                ? settings.contactsPerChunk()
                : Math.min(settings.contactsPerChunk(), DEFERRED_CHUNK);
    }

    private Step answer(LargeFile large, ChunkPacer pacer, Answering answering) {
        return new StepBuilder("answer", repository)
                .tasklet(
                        (contribution, context) -> {
                            if (isDone(large, Part.Kind.PLAIN) && isDone(large, Part.Kind.DEFERRED)) {
                                WindowFence.put(pacer);
                                close(large, answering);
                            }
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    /** Holds what was written against what was read, moves the file to DECIDED and answers it. */
    private void close(LargeFile large, Answering answering) {
        LedgerFile file = large.file();
        Totals totals = stores.outcomes().totals(List.of(file.id())).getOrDefault(file.id(), Totals.NONE);
        FileGate.check(stores, file, large.plan().groups(), totals);
        stores.files().decide(file, totals, stores.clock().now());
        answering.answer(List.of(stores.files().get(file.id())), Map.of());
    }

    private boolean isDone(LargeFile large, Part.Kind kind) {
        List<Part> parts = stores.parts().of(large.file().id());
        return parts.stream().filter(part -> part.kind() == kind).allMatch(Part::isDone);
    }
}
