package bcl.startup;

import bcl.commands.Engine;
import bcl.commands.EngineException;
import bcl.commands.EngineSettings;
import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.HomeRequest;
import bcl.commands.Session;
import bcl.commands.UsageException;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.context.ConfigurableApplicationContext;

/** An engine in a Spring context of its own; each request goes to the {@link Handler} bean for its class. */
public final class SpringEngine implements Engine {
    private final ConfigurableApplicationContext context;
    private final Handlers handlers;

    private SpringEngine(ConfigurableApplicationContext context) {
        this.context = context;
        handlers = context.getBean(Handlers.class);
    }

    /** An {@link Engine.Opener}; the settings are a bean of the context. Refuses an unsafe store, {@link StartUpChecks}. */
    public static Engine open(EngineSettings settings) {
        JvmZone.useUtc();
        DatabaseUrlCheck.check(settings.database().url());
        SpringApplication application = new SpringApplication(EngineConfiguration.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        // Its hook would close the database while GracefulStop still waits for the run.
        application.setRegisterShutdownHook(false);
        application.setEnvironment(HomeSettings.environment(settings.home()));
        application.setDefaultProperties(HomeSettings.defaults(settings));
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("engineSettings", settings));
        try {
            return new SpringEngine(application.run());
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    @Override
    public ExitCode handle(HomeRequest request, Session session) {
        HikariDataSource pool = context.getBeanProvider(HikariDataSource.class).getIfAvailable();
        if (pool == null) {
            return handlers.handle(request, session); // the embedded database, which no wire can cut off
        }
        try (StopInSilence watch = StopInSilence.watch(pool, session.stop())) {
            return handlers.handle(request, session);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** What the operator can do something about is told in a line; the rest keeps its trace. */
    private static RuntimeException translated(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UsageException || cause instanceof EngineException) {
                return (RuntimeException) cause;
            }
            if (cause instanceof BindException setting) {
                return new UsageException(HomeSettings.message(setting), e);
            }
            if (cause instanceof SQLException database) {
                return DatabaseOpening.failed(database, e);
            }
        }
        return e;
    }
}
