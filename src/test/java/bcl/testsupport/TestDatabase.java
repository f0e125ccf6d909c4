package bcl.testsupport;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One database of one test. Closing it removes it. */
public record TestDatabase(
        DataSource dataSource,
        JdbcClient jdbc,
        PlatformTransactionManager transactionManager,
        TransactionTemplate transactions,
        String url,
        Runnable removal)
        implements AutoCloseable {

    static TestDatabase open(String url, String user, String password, Runnable removal) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        HikariDataSource dataSource = new HikariDataSource(config);
        return on(dataSource, url, () -> {
            dataSource.close();
            removal.run();
        });
    }

    static TestDatabase on(DataSource dataSource, String url, Runnable removal) {
        JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
        TransactionTemplate transactions = new TransactionTemplate(manager);
        return new TestDatabase(dataSource, JdbcClient.create(dataSource), manager, transactions, url, removal);
    }

    @Override
    public void close() {
        removal.run();
    }
}
