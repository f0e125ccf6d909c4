package bcl.assumptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.support.CronExpression;

/** Why the night has a clock of its own, and why its store is named and checked at each start. */
class SpringAssumptionsTest {
    private static final ZoneId UK = ZoneId.of("Europe/London");

    /** The clocks go forward on 29 March and back on 25 October 2026, both at 01:00 UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-28, 01:30, 1", "2026-03-29, 01:30, 0", "2026-10-24, 01:30, 1", "2026-10-25, 01:30, 2",
        "2026-03-29, 00:00, 1", "2026-03-29, 02:00, 1", "2026-10-25, 00:00, 1", "2026-10-25, 02:00, 1"
    })
    void a_cron_expression_between_one_and_two_runs_not_at_all_in_spring_and_twice_in_autumn(
            LocalDate night, String time, int runs) {
        String[] parts = time.split(":");
        CronExpression cron =
                CronExpression.parse("0 %d %d * * *".formatted(Integer.parseInt(parts[1]), Integer.parseInt(parts[0])));
        ZonedDateTime end = night.plusDays(1).atStartOfDay(UK);
        int found = 0;
        ZonedDateTime next = cron.next(night.atStartOfDay(UK).minusNanos(1));
        while (next != null && next.isBefore(end)) {
            found++;
            next = cron.next(next);
        }

        assertThat(found).isEqualTo(runs);
    }

    @Test
    void without_a_URL_the_database_is_one_in_memory_that_is_gone_at_each_stop() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .run(context -> assertThat(context.getBean(javax.sql.DataSource.class)
                                .getConnection()
                                .getMetaData()
                                .getURL())
                        .startsWith("jdbc:h2:mem:"));
    }

    @Test
    void without_its_JDBC_starter_Spring_Batch_remembers_nothing() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(BatchAutoConfiguration.class))
                .run(context -> assertThat(org.springframework.aop.support.AopUtils.getTargetClass(
                                context.getBean(JobRepository.class)))
                        .isEqualTo(ResourcelessJobRepository.class));
    }
}
