package bcl.operations;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;

/** An engine in a Spring context of its own; each request goes to the {@link Handler} bean for its class. */
public final class SpringEngine implements Engine {
    private final ConfigurableApplicationContext context;
    private final Map<Class<? extends HomeRequest>, Handler<?>> handlers;

    private SpringEngine(ConfigurableApplicationContext context) {
        this.context = context;
        List<Handler<?>> found = context.<Handler<?>>getBeanProvider(ResolvableType.forClass(Handler.class)).stream()
                .toList();
        handlers = found.stream().collect(Collectors.toUnmodifiableMap(Handler::handles, Function.identity()));
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
        application.setDefaultProperties(HomeSettings.defaults(settings.database()));
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("engineSettings", settings));
        try {
            return new SpringEngine(application.run());
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    @Override
    public ExitCode handle(HomeRequest request, Session session) {
        return carryOut(request, session);
    }

    @Override
    public void close() {
        context.close();
    }

    private <R extends HomeRequest> ExitCode carryOut(R request, Session session) {
        @SuppressWarnings("unchecked") // filed under the class that it handles
        Handler<R> handler = (Handler<R>) handlers.get(request.getClass());
        if (handler == null) {
            throw new IllegalStateException(
                    "No handler for " + request.getClass().getSimpleName());
        }
        return handler.handle(request, session);
    }

    /** What the operator can do something about is told in a line; the rest keeps its trace. */
    private static RuntimeException translated(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UsageException || cause instanceof EngineException) {
                return (RuntimeException) cause;
            }
            if (cause instanceof SQLException database) {
                String line = String.valueOf(database.getMessage())
                        .lines()
                        .findFirst()
                        .orElse("");
                return new EngineException("The database cannot be opened: " + line, e);
            }
        }
        return e;
    }
}
