package bcl.http;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The door of this package: a web server in a Spring context of its own, so that commands that need none do not pay for it. */
public final class HttpServer implements AutoCloseable {
    private static final String ATTENTION = "attention";
    /** Checks without which nothing should be sent to this process. */
    private static final List<String> NEEDED = List.of("database", "disk", "sftp");

    private final ConfigurableApplicationContext context;

    private HttpServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts to listen.
     *
     * @param environment where Spring finds what else is configured, such as {@code management.*}
     * @throws UncheckedIOException if the port is not free
     */
    public static HttpServer open(HttpParts parts, ConfigurableEnvironment environment) {
        environment.getPropertySources().addFirst(new MapPropertySource("listener", listener(parts)));
        SpringApplication application = new SpringApplication(HttpConfiguration.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(false);
        application.setEnvironment(environment);
        application.setDefaultProperties(defaults(parts));
        application.addInitializers(
                context -> ((GenericApplicationContext) context).registerBean(HttpParts.class, () -> parts));
        try {
            return new HttpServer(application.run());
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    /** The port that it listens on. */
    public int port() {
        WebServer server = ((WebServerApplicationContext) context).getWebServer();
        return server == null ? -1 : server.getPort();
    }

    /** Lets those finish that have begun, for some seconds. */
    @Override
    public void close() {
        context.close();
    }

    private static Map<String, Object> listener(HttpParts parts) {
        Map<String, Object> listener = new HashMap<>();
        listener.put("server.port", parts.port());
        if (!parts.address().isEmpty()) {
            listener.put("server.address", parts.address());
        }
        return listener;
    }

    private static Map<String, Object> defaults(HttpParts parts) {
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("management.endpoints.web.exposure.include", "health,prometheus");
        defaults.put("management.endpoint.health.show-details", "always");
        defaults.put("management.endpoint.health.status.order", "down,out-of-service," + ATTENTION + ",unknown,up");
        defaults.put("management.endpoint.health.status.http-mapping.down", 503);
        defaults.put("management.endpoint.health.status.http-mapping.out-of-service", 503);
        defaults.put("management.endpoint.health.probes.enabled", true);
        String needed = NEEDED.stream().filter(parts.checks()::containsKey).collect(Collectors.joining(","));
        defaults.put("management.endpoint.health.group.readiness.include", "readinessState," + needed);
        defaults.put("management.health.defaults.enabled", false);
        defaults.put("management.prometheus.metrics.export.enabled", true);
        defaults.put("server.shutdown", "graceful");
        defaults.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
        defaults.put("server.max-http-request-header-size", "16KB");
        defaults.put("server.tomcat.threads.max", 16);
        defaults.put("server.tomcat.threads.min-spare", 2);
        defaults.put("server.tomcat.max-connections", 200);
        // Also how long a caller may leave its output unread, such as in a pager.
        defaults.put("server.tomcat.connection-timeout", "60s");
        defaults.put("server.tomcat.keep-alive-timeout", "10s");
        defaults.put("server.error.whitelabel.enabled", false);
        return defaults;
    }

    private static RuntimeException translated(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException || cause instanceof BindException) {
                String message = String.valueOf(cause.getMessage());
                return new UncheckedIOException(message, new BindException(message));
            }
        }
        return e;
    }
}
