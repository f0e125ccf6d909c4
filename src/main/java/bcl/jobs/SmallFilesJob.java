package bcl.jobs;

import bcl.ledger.LedgerFile;
import bcl.night.ChunkPacer;
import java.util.Deque;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.transaction.PlatformTransactionManager;

/** The job that decides many small files: one chunk step, a file an item, many files a transaction. */
final class SmallFilesJob {
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Stores stores;

    SmallFilesJob(JobRepository repository, PlatformTransactionManager transactions, Stores stores) {
        this.repository = repository;
        this.transactions = transactions;
        this.stores = stores;
    }

    /** @param filesPerChunk one, to find which of several files fails */
    Job of(Deque<LedgerFile> queue, ChunkPacer pacer, Turns turns, int filesPerChunk) {
        Step step = new StepBuilder("small-files", repository)
                .<LedgerFile, SmallFile>chunk(filesPerChunk)
                .transactionManager(transactions)
                .reader(new SmallFileReader(queue, pacer))
                .processor(new SmallFileProcessor(
                        stores,
                        turns.turn(),
                        new SealedCheck(stores.home()),
                        turns.snapshot().points()))
                .writer(new SmallFileWriter(stores, turns.turn(), turns.answering(), turns.snapshot()))
                .listener(new ChunkTimer<LedgerFile, SmallFile>(pacer))
                .build();
        return new JobBuilder("small-files", repository).start(step).build();
    }
}
