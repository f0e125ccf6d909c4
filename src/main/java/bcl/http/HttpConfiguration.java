package bcl.http;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The web server's own context. It carries no annotation that a scan of the engine's packages would find, and leaves out what the
 * engine's context is for.
 */
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            BatchAutoConfiguration.class,
            BatchJdbcAutoConfiguration.class
        })
class HttpConfiguration {
    @Bean
    static HealthChecks healthChecks(HttpParts parts) {
        return new HealthChecks(parts.checks());
    }

    @Bean(destroyMethod = "close")
    Gauges gauges(MeterRegistry registry, HttpParts parts) {
        return Gauges.start(registry, parts.figures());
    }

    @Bean
    RouterFunction<ServerResponse> api(HttpParts parts) {
        return new Api(parts.commands(), new BearerToken(parts.token())).routes();
    }

    @Bean
    static TomcatSetup tomcatSetup() {
        return new TomcatSetup();
    }

    @Bean
    ErrorController errorController() {
        return new ApiErrors();
    }

    @Bean
    RouterFunction<ServerResponse> errors() {
        return ApiErrors.routes();
    }
}
