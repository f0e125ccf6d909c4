package bcl.service;

import bcl.channel.Holder;
import bcl.commands.EngineSettings;
import bcl.jobs.FirstLooks;
import bcl.jobs.NightRun;
import bcl.jobs.Stores;
import bcl.ledger.AccessLedger;
import bcl.ledger.DailyLedger;
import bcl.ledger.NightLease;
import bcl.ledger.WorkLedger;
import bcl.night.NightClock;
import bcl.reconciliation.Reconciliation;
import bcl.reference.ReferenceData;
import bcl.retention.Retention;
import bcl.shift.Forecasts;
import bcl.startup.SilenceLimit;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the service needs beside the night, as beans; made when it is asked for. */
@Configuration(proxyBeanMethods = false)
class ServiceBeans {
    @Bean
    @Lazy
    DayIntake dayIntake(
            NightRun.Work work, ReferenceData reference, Stores stores, WorkLedger ledger, EngineSettings settings) {
        FirstLooks looks = new FirstLooks(stores, ledger, work.settings(), work.limits());
        return new DayIntake(work, reference, looks, stores.clock(), settings.window());
    }

    @Bean
    DailyLedger dailyLedger(JdbcTemplate jdbc) {
        return new DailyLedger(jdbc);
    }

    /** First what is old enough goes, then what is left is checked. */
    @Bean
    @Lazy
    DailyActs dailyActs(
            EngineSettings settings,
            Stores stores,
            Retention retention,
            Reconciliation reconciliation,
            DailyLedger ledger) {
        return new DailyActs(
                settings,
                stores.clock(),
                ledger,
                Holder.ofThisProcess(),
                List.of(
                        new DailyErase(settings, retention, stores.operators(), stores.clock()),
                        new DailyReconcile(settings, reconciliation, stores.operators(), stores.clock())));
    }

    @Bean
    @Lazy
    DatabaseWatch databaseWatch(DataSource database, Stores stores) {
        return new DatabaseWatch(new JdbcTemplate(new SilenceLimit(database, SilenceLimit.SHORT)), stores);
    }

    @Bean
    @Lazy
    LedgerHealth ledgerHealth(
            DatabaseWatch database, JdbcTemplate jdbc, EngineSettings settings, Stores stores, NightLease lease) {
        return new LedgerHealth(database, jdbc, settings, stores, lease);
    }

    @Bean
    @Lazy
    ServiceHealth serviceHealth(EngineSettings settings, Stores stores, LedgerHealth ledger, DayIntake intake) {
        return new ServiceHealth(settings, stores.clock(), ledger, intake);
    }

    @Bean
    @Lazy
    SftpService sftpService(
            EngineSettings settings, Stores stores, ReferenceData reference, UploadsHere uploads, AccessLedger access) {
        return new SftpService(settings, stores, reference, uploads, access);
    }

    @Bean
    @Lazy
    ServiceFigures serviceFigures(
            JdbcTemplate jdbc, Forecasts forecasts, NightLease lease, DailyLedger daily, NightClock clock) {
        return new ServiceFigures(new bcl.ledger.Figures(jdbc), forecasts, lease, daily, clock);
    }
}
