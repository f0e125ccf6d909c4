package bcl.bench;

import bcl.wire.ContactGroup;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Runs a peer: stock (one SELECT a record) or competent (batched look-ups), chunks of 1,000, rewritten batches; then its answer. */
final class PeerJob {
    private static final int CHUNK = 1000;

    private PeerJob() {}

    /** No @Configuration: the engine in the same class path would find it by its scan. */
    @EnableBatchProcessing
    @EnableJdbcJobRepository
    static class Wiring {
        @Bean(destroyMethod = "close")
        DataSource dataSource() {
            HikariDataSource dataSource = new HikariDataSource();
            dataSource.setJdbcUrl(System.getenv("BENCH_URL") + "&reWriteBatchedInserts=true");
            return dataSource;
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }
    }

    /** Arguments: stock or competent, file, file for the seconds. Environment: BENCH_URL with its user. */
    public static void main(String[] arguments) throws Exception {
        try (var context = new AnnotationConfigApplicationContext(Wiring.class)) {
            DataSource dataSource = context.getBean(DataSource.class);
            Path file = Path.of(arguments[1]);
            String organisation = String.valueOf(file.getFileName()).substring(0, 3);
            long start = System.nanoTime();
            Peer peer = new Peer(file, new Selects(new JdbcTemplate(dataSource), organisation), organisation);
            PeerWriter writer = new PeerWriter(dataSource, organisation);
            JobRepository repository = context.getBean(JobRepository.class);
            PlatformTransactionManager transactions = context.getBean(PlatformTransactionManager.class);
            Step step = "stock".equals(arguments[0])
                    ? new StepBuilder("stock", repository)
                            .<ContactGroup, Decided>chunk(CHUNK)
                            .transactionManager(transactions)
                            .reader(peer.reader())
                            .processor(peer::one)
                            .writer(writer)
                            .build()
                    : new StepBuilder("competent", repository)
                            .<ContactGroup, ContactGroup>chunk(CHUNK)
                            .transactionManager(transactions)
                            .reader(peer.reader())
                            .writer(chunk -> writer.write(new Chunk<>(peer.many(chunk.getItems()))))
                            .build();
            Path answer = Path.of(arguments[2]).resolveSibling("peer-answer");
            Step answering = new StepBuilder("answer", repository)
                    .tasklet((contribution, chunk) -> {
                        new PeerAnswer(new JdbcTemplate(dataSource), file).write(answer);
                        return RepeatStatus.FINISHED;
                    }, transactions)
                    .build();
            Job job = new JobBuilder(arguments[0], repository)
                    .start(step)
                    .next(answering)
                    .build();
            JobExecution execution = context.getBean(JobOperator.class).start(job, new JobParameters());
            if (!execution.getAllFailureExceptions().isEmpty()) {
                throw new IllegalStateException(
                        arguments[0] + " failed", execution.getAllFailureExceptions().get(0));
            }
            CopyYardstick.Seconds.write(arguments[2], start);
        }
    }
}
