package bcl.jobs;

import bcl.jobs.SmallFileReader.Ahead;
import bcl.ledger.LedgerFile;
import bcl.night.ChunkPacer;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;

/** The job that decides many small files: one chunk step, a file an item, many files a transaction. */
final class SmallFilesJob {
    private final Motor motor;
    private final Stores stores;
    private final RunWatch watch;

    SmallFilesJob(Motor motor, Stores stores, RunWatch watch) {
        this.motor = motor;
        this.stores = stores;
        this.watch = watch;
    }

    /** @param filesPerChunk one, to find which of several files fails */
    Job of(Deque<LedgerFile> queue, ChunkPacer pacer, Turns turns, int filesPerChunk) {
        SmallFileAssessor assessor = new SmallFileAssessor(
                stores,
                turns.turn(),
                new SealedCheck(stores.home()),
                turns.snapshot().points());
        SmallFileReader reader = new SmallFileReader(
                queue,
                pacer,
                file -> CompletableFuture.supplyAsync(() -> assessor.assess(file), motor.workers()),
                filesPerChunk);
        Step step = new StepBuilder("small-files", motor.repository())
                .<Ahead, SmallFile>chunk(filesPerChunk)
                .transactionManager(motor.transactions())
                .reader(reader)
                .processor(item -> item.file().join())
                .writer(new SmallFileWriter(stores, turns.turn(), turns.answering(), turns.snapshot(), pacer))
                .listener(new ChunkTimer<Ahead, SmallFile>(pacer))
                .listener(new ChunkTold<Ahead, SmallFile>(watch, SmallFilesJob::contacts, SmallFilesJob::bytes))
                .build();
        return new JobBuilder("small-files", motor.repository()).start(step).build();
    }

    private static long contacts(Chunk<SmallFile> chunk) {
        return chunk.getItems().stream()
                .mapToLong(each -> each.contacts().size())
                .sum();
    }

    private static long bytes(Chunk<SmallFile> chunk) {
        return chunk.getItems().stream().mapToLong(each -> each.file().size()).sum();
    }
}
