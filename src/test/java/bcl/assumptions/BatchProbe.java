package bcl.assumptions;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersValidator;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.JobOperatorFactoryBean;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Spring Batch with its tables on a database that can fail, and a job that copies the lines of a file into a table. */
final class BatchProbe {
    static final JobParameters PARAMETERS = new JobParameters();
    private static int next;

    private final FaultyDataSource database;
    private final JdbcTemplate plain;
    private final Path file;

    BatchProbe(Path file) {
        JdbcDataSource real = new JdbcDataSource();
        real.setURL("jdbc:h2:mem:probe" + ++next + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
        this.file = file;
        this.database = new FaultyDataSource(real);
        this.plain = new JdbcTemplate(real);
        new ResourceDatabasePopulator(new ClassPathResource("org/springframework/batch/core/schema-h2.sql"))
                .execute(real);
        plain.execute("create table written (line varchar(20) not null)");
    }

    FaultyDataSource database() {
        return database;
    }

    List<String> written() {
        return plain.queryForList("select line from written", String.class);
    }

    /** The database is there again, and everything that was in memory has gone. */
    void restarted() {
        database.set(FaultyDataSource.Fault.NONE);
    }

    /** The job as the next process would have it. */
    Started start(Consumer<List<? extends String>> beforeWrite) throws Exception {
        return start(beforeWrite, step -> {}, parameters -> {});
    }

    Started start(
            Consumer<List<? extends String>> beforeWrite,
            Consumer<ChunkOrientedStepBuilder<String, String>> also,
            JobParametersValidator validator)
            throws Exception {
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        JobRepository repository = repository(transactions);
        ChunkOrientedStepBuilder<String, String> step = new StepBuilder("copy", repository)
                .<String, String>chunk(10)
                .transactionManager(transactions)
                .reader(reader())
                .writer(chunk -> write(chunk, beforeWrite));
        also.accept(step);
        Job job = new JobBuilder("probe", repository)
                .validator(validator)
                .start(step.build())
                .build();
        return new Started(repository, operator(repository, transactions, job), job);
    }

    private FlatFileItemReader<String> reader() {
        return new FlatFileItemReaderBuilder<String>()
                .name("lines")
                .resource(new FileSystemResource(file))
                .lineMapper((line, number) -> line)
                .build();
    }

    private void write(Chunk<? extends String> chunk, Consumer<List<? extends String>> before) {
        before.accept(chunk.getItems());
        JdbcTemplate inTransaction = new JdbcTemplate(database);
        chunk.getItems().forEach(line -> inTransaction.update("insert into written values (?)", line));
    }

    private JobRepository repository(JdbcTransactionManager transactions) throws Exception {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(database);
        factory.setTransactionManager(transactions);
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    private static JobOperator operator(JobRepository repository, JdbcTransactionManager transactions, Job job)
            throws Exception {
        MapJobRegistry registry = new MapJobRegistry();
        registry.register(job);
        JobOperatorFactoryBean factory = new JobOperatorFactoryBean();
        factory.setJobRepository(repository);
        factory.setJobRegistry(registry);
        factory.setTransactionManager(transactions);
        factory.setTaskExecutor(new SyncTaskExecutor());
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    /** A process with the job in it. */
    record Started(JobRepository repository, JobOperator operator, Job job) {
        JobExecution run() throws Exception {
            return operator.start(job, PARAMETERS);
        }

        JobExecution last() {
            JobExecution last = repository.getLastJobExecution("probe", PARAMETERS);
            if (last == null) {
                throw new AssertionError("no execution");
            }
            return last;
        }
    }
}
