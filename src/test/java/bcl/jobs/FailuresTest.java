package bcl.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the pool that ships says when it has no connection to give. */
class FailuresTest {
    private final HikariDataSource pool = new HikariDataSource();

    @BeforeEach
    void makePool() {
        pool.setJdbcUrl("jdbc:h2:mem:" + getClass().getSimpleName());
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(250);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void a_pool_without_a_free_connection_counts_as_a_database_that_is_away() throws Exception {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        JdbcTemplate jdbc = new JdbcTemplate(pool);
        Throwable noTransaction;
        Throwable noStatement;
        try (Connection only = pool.getConnection()) {
            assertThat(only.isValid(1)).isTrue();

            noTransaction = catchThrowable(() -> transaction.executeWithoutResult(status -> jdbc.execute("select 1")));
            noStatement = catchThrowable(() -> jdbc.execute("select 1"));
        }

        assertThat(noTransaction).hasStackTraceContaining("Connection is not available");
        assertThat(Failures.isDatabaseAway(noTransaction)).isTrue();
        assertThat(Failures.isDatabaseAway(noStatement)).isTrue();
        assertThat(Failures.isPassing(noTransaction))
                .as("no reason to hold a file")
                .isFalse();
        jdbc.execute("select 1");
    }
}
