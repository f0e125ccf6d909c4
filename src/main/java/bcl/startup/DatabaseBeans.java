package bcl.startup;

import bcl.commands.EngineSettings;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Puts {@link ReopenedDatabase} before Spring Boot's pool where the database is the embedded one. */
@Component
final class DatabaseBeans implements BeanPostProcessor, DisposableBean {
    private final EngineSettings settings;
    private @Nullable ReopenedDatabase reopened;

    DatabaseBeans(EngineSettings settings) {
        this.settings = settings;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && settings.database().isHeldByOneProcess()) {
            reopened = new ReopenedDatabase(pool);
            return reopened;
        }
        return bean;
    }

    /** Spring closes the pool that it made; another one that came after is ours. */
    @Override
    public void destroy() {
        if (reopened != null) {
            reopened.close();
        }
    }
}
