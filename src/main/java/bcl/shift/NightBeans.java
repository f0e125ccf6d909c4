package bcl.shift;

import bcl.channel.Holder;
import bcl.commands.EngineSettings;
import bcl.intake.Intake;
import bcl.intake.IntakeLedgers;
import bcl.intake.IntakeSettings;
import bcl.intake.Uploads;
import bcl.jobs.Motor;
import bcl.jobs.NightRun;
import bcl.jobs.Rehearsal;
import bcl.jobs.Stores;
import bcl.ledger.ClaimLedger;
import bcl.ledger.NightLease;
import bcl.ledger.Pause;
import bcl.ledger.WorkLedger;
import bcl.night.NightClock;
import bcl.reference.Organisations;
import bcl.reference.ReferenceData;
import bcl.reference.ReferenceSettings;
import bcl.responses.AnswerPublisher;
import bcl.responses.AnswerRenderer;
import bcl.retention.Retention;
import bcl.startup.SilenceLimit;
import bcl.wire.Home;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.support.TransactionTemplate;

/** What a night needs, as beans. */
@Configuration(proxyBeanMethods = false)
class NightBeans {
    /** Answers wait for the disk most of their time, so that more of them than processors go side by side. */
    private static final int PUBLISHERS = 8;

    @Bean
    ReferenceData referenceData(
            JdbcClient jdbc, TransactionTemplate transactions, EngineSettings settings, NightClock clock) {
        return new ReferenceData(
                jdbc,
                transactions,
                settings.home(),
                new ReferenceSettings(settings.reference().smallestShare()),
                clock::now);
    }

    @Bean
    @Lazy
    DayReference dayReference(EngineSettings settings, ReferenceData reference, NightLease lease, Stores stores) {
        return new DayReference(settings, reference, lease, stores.clock());
    }

    @Bean
    WorkLedger workLedger(JdbcTemplate jdbc) {
        return new WorkLedger(jdbc);
    }

    @Bean
    Retention retention(Home home, JdbcTemplate jdbc, TransactionTemplate transaction, NightClock clock) {
        return new Retention(home, jdbc, transaction, clock);
    }

    /** How a run waits, for a lease or for a database. */
    @Bean
    Pause pause() {
        return Pause.sleeping();
    }

    @Bean
    NightLease nightLease(DataSource database, EngineSettings settings, Pause pause) {
        JdbcTemplate quick = new JdbcTemplate(new SilenceLimit(database, SilenceLimit.SHORT));
        return new NightLease(quick, Holder.ofThisProcess(), settings.lease(), pause);
    }

    @Bean
    ThreadPoolTaskExecutor partWorkers(EngineSettings settings) {
        return pool("part-", settings.night().workers());
    }

    @Bean
    ThreadPoolTaskExecutor publishers() {
        return pool("publish-", PUBLISHERS);
    }

    @Bean
    AnswerPublisher answerPublisher(Home home, ThreadPoolTaskExecutor publishers) {
        return new AnswerPublisher(home, new AnswerRenderer(publishers), publishers);
    }

    @Bean
    NightRun nightRun(
            Motor motor, Stores stores, ReferenceData reference, AnswerPublisher publisher, NightRun.Work work) {
        return new NightRun(motor, stores, reference, publisher, work);
    }

    @Bean
    NightDuty.Means nightMeans(NightRun night, Forecasts forecasts, EvidenceDesk evidence) {
        return new NightDuty.Means(night, forecasts, evidence);
    }

    @Bean
    Rehearsal rehearsal(Stores stores, ReferenceData reference, NightRun.Work work) {
        return new Rehearsal(stores, reference, work);
    }

    @Bean
    NightRun.Work work(
            EngineSettings settings,
            Stores stores,
            ClaimLedger claims,
            TransactionTemplate transactions,
            Uploads uploads) {
        IntakeLedgers ledgers = new IntakeLedgers(stores.files(), stores.operators(), claims, transactions);
        IntakeSettings intake = IntakeSettings.of(
                settings.intake().quietPeriod(), settings.intake().incompleteAfter());
        Function<Organisations, Intake> intakes = organisations -> new Intake(
                        stores.home(),
                        ledgers,
                        shortCode -> organisations.find(shortCode).isPresent(),
                        intake,
                        stores.clock()::now)
                .withUploads(uploads);
        return new NightRun.Work(settings.night(), settings.limits(), intakes);
    }

    private static ThreadPoolTaskExecutor pool(String name, int size) {
        ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
        pool.setThreadNamePrefix(name);
        pool.setCorePoolSize(size);
        pool.setMaxPoolSize(size);
        pool.setAllowCoreThreadTimeOut(true);
        pool.setWaitForTasksToCompleteOnShutdown(true);
        return pool;
    }
}
