package bcl.reports;

import bcl.jobs.Stores;
import bcl.ledger.Overview;
import bcl.ledger.RunLedger;
import bcl.shift.Forecasts;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What reports ask, as beans. */
@Configuration(proxyBeanMethods = false)
class ReportBeans {
    @Bean
    StatusSources statusSources(JdbcTemplate jdbc, Stores stores, Forecasts forecasts) {
        return new StatusSources(
                new Overview(jdbc),
                new RunLedger(jdbc),
                stores.answers(),
                stores.operators(),
                stores.search(),
                stores.clock(),
                () -> Optional.of(forecasts.now()));
    }
}
