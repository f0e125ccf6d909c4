package bcl.startup;

import bcl.bulk.BulkInsert;
import bcl.commands.EngineSettings;
import bcl.contacts.ContactSearch;
import bcl.contacts.Contacts;
import bcl.jobs.Stores;
import bcl.ledger.AccessLedger;
import bcl.ledger.AnswerLedger;
import bcl.ledger.ClaimLedger;
import bcl.ledger.ErasureLedger;
import bcl.ledger.FileLedger;
import bcl.ledger.OperatorLedger;
import bcl.ledger.OutcomeLedger;
import bcl.ledger.PartLedger;
import bcl.ledger.RerunLedger;
import bcl.ledger.RunLedger;
import bcl.ledger.StreamLedger;
import bcl.night.NightClock;
import bcl.reconciliation.Books;
import bcl.reconciliation.Reconciliation;
import bcl.wire.Home;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the engine keeps things, as beans. */
@Configuration(proxyBeanMethods = false)
class LedgerBeans {
    @Bean
    NightClock nightClock() {
        return NightClock.system();
    }

    @Bean
    Home home(EngineSettings settings) {
        return settings.home();
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    @Bean
    BulkInsert bulkInsert(DataSource dataSource) {
        return new BulkInsert(dataSource);
    }

    @Bean
    FileLedger fileLedger(Stores stores) {
        return stores.files();
    }

    @Bean
    OutcomeLedger outcomeLedger(Stores stores) {
        return stores.outcomes();
    }

    @Bean
    AnswerLedger answerLedger(Stores stores) {
        return stores.answers();
    }

    @Bean
    OperatorLedger operatorLedger(Stores stores) {
        return stores.operators();
    }

    @Bean
    ClaimLedger claimLedger(JdbcTemplate jdbc) {
        return new ClaimLedger(jdbc);
    }

    @Bean
    AccessLedger accessLedger(JdbcTemplate jdbc) {
        return new AccessLedger(jdbc);
    }

    @Bean
    ErasureLedger erasureLedger(JdbcTemplate jdbc) {
        return new ErasureLedger(jdbc);
    }

    @Bean
    Reconciliation reconciliation(
            Home home,
            JdbcTemplate jdbc,
            FileLedger files,
            OutcomeLedger outcomes,
            PlatformTransactionManager transactions) {
        return new Reconciliation(new Books(home, jdbc, files, outcomes), transactions);
    }

    @Bean
    RunLedger runLedger(Stores stores) {
        return stores.runs();
    }

    @Bean
    ContactSearch contactSearch(Stores stores) {
        return stores.search();
    }

    @Bean
    Stores stores(Home home, NightClock clock, JdbcTemplate jdbc, BulkInsert bulk) {
        return new Stores(
                home,
                clock,
                new FileLedger(jdbc),
                new PartLedger(jdbc),
                new OutcomeLedger(jdbc, bulk),
                new AnswerLedger(jdbc),
                new StreamLedger(jdbc),
                new OperatorLedger(jdbc),
                new RunLedger(jdbc),
                new RerunLedger(jdbc),
                new Contacts(jdbc, bulk),
                new ContactSearch(jdbc));
    }
}
