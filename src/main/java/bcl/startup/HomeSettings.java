package bcl.startup;

import bcl.commands.EngineSettings;
import bcl.commands.UsageException;
import bcl.wire.Home;
import bcl.wire.Limits;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;

/** Reads a home's settings, Spring Boot's way, without starting anything. */
public final class HomeSettings {
    private static final Bindable<BclProperties> BINDABLE = Bindable.of(BclProperties.class);
    private static final String DATABASE_URL = "spring.datasource.url";
    private static final int FROZEN_SECONDS = 30;
    private static final int SILENT_SECONDS = 120;
    private static final int CONNECT_SECONDS = 5;
    private static final int LOGIN_SECONDS = 10;
    private static final String MORE_LOCATIONS = "spring.config.additional-location";

    private HomeSettings() {}

    /**
     * The settings of this home: its {@code application.yml} and the environment, over the engine's defaults.
     *
     * @throws UsageException naming the setting that is wrong
     */
    public static EngineSettings load(Home home) {
        StandardEnvironment environment = environment(home);
        try {
            ConfigDataEnvironmentPostProcessor.applyTo(environment, new DefaultResourceLoader(), null, List.of());
        } catch (RuntimeException e) {
            throw new UsageException("Cannot read the settings in " + home.settings() + ": " + rootLine(e), e);
        }
        String url = environment.getProperty(DATABASE_URL);
        EngineSettings.Database database = url == null || url.isBlank()
                ? new EngineSettings.Database(inHome(home), true)
                : new EngineSettings.Database(url, false);
        return SettingsCheck.check(home, database, bind(environment));
    }

    /**
     * The limits where there is no home: the defaults, unless the environment says otherwise.
     *
     * @throws UsageException naming the setting that is wrong
     */
    public static Limits limitsWithoutHome() {
        return SettingsCheck.limits(bind(new StandardEnvironment()));
    }

    /** An environment that knows where the home's settings are, for a Spring application that reads them itself. */
    public static StandardEnvironment environment(Home home) {
        StandardEnvironment environment = new StandardEnvironment();
        String location = "optional:" + escaped(home.settings().toUri().toString());
        String further = environment.getProperty(MORE_LOCATIONS);
        Map<String, Object> places = new LinkedHashMap<>();
        // Without this, an application.yml that happens to lie in the working directory would count too.
        places.put("spring.config.location", "optional:classpath:/");
        places.put(MORE_LOCATIONS, further == null ? location : location + "," + further);
        environment.getPropertySources().addFirst(new MapPropertySource("home", places));
        return environment;
    }

    /** What Spring must be told beyond the configuration, at lowest priority. */
    static Map<String, Object> defaults(EngineSettings settings) {
        Map<String, Object> defaults =
                new HashMap<>(PoolSize.defaults(settings.night().workers()));
        EngineSettings.Database database = settings.database();
        if (database.derived()) {
            defaults.put(DATABASE_URL, database.url());
            defaults.put("spring.datasource.username", "sa");
            defaults.put("spring.datasource.password", "");
        } else if (!database.isHeldByOneProcess()) {
            defaults.putAll(ofPostgres());
        }
        return defaults;
    }

    /** What the URL or a setting says comes before these. */
    private static Map<String, Object> ofPostgres() {
        Map<String, Object> defaults = new HashMap<>();
        // A process that is frozen within a transaction must not keep its rows from the one that takes over.
        defaults.put(
                "spring.datasource.hikari.connection-init-sql",
                "set idle_in_transaction_session_timeout = '" + FROZEN_SECONDS + "s'");
        String driver = "spring.datasource.hikari.data-source-properties.";
        // Far above what a statement of a night needs, waiting for another's rows (FROZEN_SECONDS) included; what may
        // take
        // longer, migrations and reconcile, asks without a limit.
        defaults.put(driver + "socketTimeout", Integer.toString(SILENT_SECONDS));
        defaults.put(driver + "connectTimeout", Integer.toString(CONNECT_SECONDS));
        defaults.put(driver + "loginTimeout", Integer.toString(LOGIN_SECONDS));
        defaults.put(driver + "tcpKeepAlive", "true");
        // The detail of a refusal quotes the row: names and addresses would be in exceptions.
        defaults.put(driver + "logServerErrorDetail", "false");
        return defaults;
    }

    private static BclProperties bind(StandardEnvironment environment) {
        try {
            return Binder.get(environment)
                    .bindOrCreate(
                            "bcl",
                            BINDABLE,
                            new NoUnboundElementsBindHandler(
                                    new TimesAsWritten(BindHandler.DEFAULT), new UnboundElementsSourceFilter()));
        } catch (BindException e) {
            throw new UsageException(message(e), e);
        }
    }

    /** Which setting is wrong, what it says and what is expected. */
    static String message(BindException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnboundConfigurationPropertiesException unknown) {
                return unknown.getUnboundProperties().stream()
                        .map(property -> "bcl." + property.getName().toString().substring("bcl.".length()))
                        .sorted()
                        .collect(Collectors.joining(", ", "Unknown setting ", "; see docs/commands.md, \"Settings\""));
            }
        }
        ConfigurationProperty property = e.getProperty();
        return property == null
                ? "Setting " + e.getName() + " cannot be read"
                : "Setting " + property.getName() + " is '" + property.getValue() + "', but "
                        + expected(e.getTarget().getType().getRawClass()) + " is expected";
    }

    private static String expected(@Nullable Class<?> type) {
        String name = type == null ? "" : type.getSimpleName().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "duration" -> "a duration such as 10s, 5m or 1h";
            case "datasize" -> "a size such as 64MB";
            case "int", "long", "integer" -> "a whole number";
            case "boolean" -> "true or false";
            case "map" -> "a list of contact codes, each with files-from";
            default -> "another kind of value";
        };
    }

    private static String inHome(Home home) {
        String folder = home.database().toString();
        if (folder.contains(";") || folder.contains("${") || folder.contains("#{")) {
            throw new UsageException(
                    "The path of the home holds ';', '${' or '#{', which the embedded database cannot open: "
                            + home.root());
        }
        return "jdbc:h2:file:" + home.database().resolve("bcl")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
    }

    /** Spring splits locations at commas and semicolons, and takes a star as a pattern. */
    private static String escaped(String uri) {
        return uri.replace(",", "%2C").replace(";", "%3B").replace("*", "%2A");
    }

    private static String rootLine(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
