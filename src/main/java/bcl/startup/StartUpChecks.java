package bcl.startup;

import bcl.commands.UsageException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Refuses to work with an unsafe store (docs/architecture.md, "Start-up checks"): the first checks run before the first statement
 * that changes something, the last ones before the first command.
 */
@Configuration(proxyBeanMethods = false)
class StartUpChecks {
    private static final String JOB_REPOSITORY = "jobRepository";
    /** Named, not imported: Spring Batch is known to {@code bcl.jobs} alone. */
    private static final String IN_THE_DATABASE =
            "org.springframework.batch.core.repository.support.SimpleJobRepository";

    @Bean
    FlywayMigrationStrategy migrationAfterChecks(DataSource engines) {
        return flyway -> {
            DataSource database = flyway.getConfiguration().getDataSource();
            // Not the owner's, which may migrate alone: a role can have settings of its own.
            StoreCheck.check(engines);
            SchemaCheck.migrate(Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .dataSource(new SilenceLimit(database, Duration.ZERO)) // an index on a large table takes its time
                    .load());
        };
    }

    @Bean
    SmartInitializingSingleton lastChecks(ApplicationContext context, ObjectProvider<Flyway> migrations) {
        return () -> {
            requireMigrations(migrations.getIfAvailable() != null);
            requireKeptJobs(AopProxyUtils.ultimateTargetClass(context.getBean(JOB_REPOSITORY)));
        };
    }

    static void requireMigrations(boolean enabled) {
        if (!enabled) {
            throw new UsageException(
                    "Setting spring.flyway.enabled is false, so that neither the tables nor the store are checked. Remove it");
        }
    }

    /** @param repository the class that keeps what Spring Batch knows of its runs */
    static void requireKeptJobs(Class<?> repository) {
        if (!repository.getName().equals(IN_THE_DATABASE)) {
            throw new UsageException("Spring Batch's runs would be kept by " + repository.getSimpleName()
                    + " and not in the database, so that nobody could tell afterwards what ran. Remove the spring.batch"
                    + " settings");
        }
    }
}
