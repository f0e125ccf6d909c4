package bcl.http;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Makes a health indicator of each check, under its name. */
final class HealthChecks implements BeanFactoryPostProcessor {
    private static final Status ATTENTION =
            new Status("ATTENTION", "The engine does its work, but somebody should look");

    private final Map<String, Supplier<Check>> checks;

    HealthChecks(Map<String, Supplier<Check>> checks) {
        this.checks = checks;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        checks.forEach((name, check) -> beans.registerSingleton(name + "HealthIndicator", indicator(check)));
    }

    private static HealthIndicator indicator(Supplier<Check> check) {
        return () -> {
            Check found = check.get();
            Status status = switch (found.level()) {
                case UP -> Status.UP;
                case ATTENTION -> ATTENTION;
                case DOWN -> Status.DOWN;
            };
            return Health.status(status).withDetails(found.details()).build();
        };
    }
}
