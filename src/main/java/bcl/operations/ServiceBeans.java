package bcl.operations;

import bcl.jobs.FirstLooks;
import bcl.jobs.NightRun;
import bcl.jobs.Stores;
import bcl.ledger.NightLease;
import bcl.ledger.WorkLedger;
import bcl.reference.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the service needs beside the night, as beans; made when it is asked for. */
@Configuration(proxyBeanMethods = false)
class ServiceBeans {
    @Bean
    WorkLedger workLedger(JdbcTemplate jdbc) {
        return new WorkLedger(jdbc);
    }

    @Bean
    @Lazy
    DayIntake dayIntake(
            NightRun.Work work, ReferenceData reference, Stores stores, WorkLedger ledger, EngineSettings settings) {
        FirstLooks looks = new FirstLooks(stores, ledger, work.settings(), work.limits());
        return new DayIntake(work, reference, looks, stores.clock(), settings.window());
    }

    @Bean
    @Lazy
    DayReference dayReference(EngineSettings settings, ReferenceData reference, NightLease lease, Stores stores) {
        return new DayReference(settings, reference, lease, stores.clock());
    }

    @Bean
    @Lazy
    ServiceHealth serviceHealth(
            JdbcTemplate jdbc, EngineSettings settings, Stores stores, NightLease lease, DayIntake intake) {
        return new ServiceHealth(jdbc, settings, stores, lease, intake);
    }

    @Bean
    @Lazy
    ServiceFigures serviceFigures(JdbcTemplate jdbc, Forecasts forecasts, NightLease lease) {
        return new ServiceFigures(new bcl.ledger.Figures(jdbc), forecasts, lease);
    }
}
