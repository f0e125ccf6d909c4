package bcl.service;

import bcl.commandline.CommandTree;
import bcl.commands.Call;
import bcl.commands.Engine;
import bcl.commands.EngineSettings;
import bcl.commands.ExitCode;
import bcl.commands.Guarded;
import bcl.commands.HomeRequest;
import bcl.commands.Session;
import bcl.intake.HomeFolders;
import bcl.intake.Intake;
import bcl.intake.IntakeLedgers;
import bcl.intake.IntakeSettings;
import bcl.jobs.NightRun;
import bcl.jobs.Stores;
import bcl.ledger.ClaimLedger;
import bcl.ledger.Pause;
import bcl.night.NightClock;
import bcl.night.StopRequest;
import bcl.startup.HomeSettings;
import bcl.wire.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/**
 * The engine's own beans on a database, a disk and a clock that the caller chooses, all on the calling thread; without the checks of
 * the store at the start. Made in some milliseconds, so that a process can die a thousand times.
 */
public final class BareEngine implements AutoCloseable {
    private static final Map<String, Object> BATCH =
            Map.of("spring.batch.job.enabled", "false", "spring.batch.jdbc.initialize-schema", "never");

    private static final Class<?>[] COMPONENTS = components();

    private final AnnotationConfigApplicationContext context;
    private final Path root;

    /** What the engine sees of the world. */
    public record Ports(DataSource database, Path home, NightClock clock, Pause pause) {}

    /** What a command came to. */
    public record Result(ExitCode code, String out, String err) {}

    private BareEngine(AnnotationConfigApplicationContext context, Path root) {
        this.context = context;
        this.root = root;
    }

    /**
     * Starts it.
     *
     * @param root the home as this JVM sees it; its settings are read as ever
     * @param filesAClaim how many files the intake takes at a time
     */
    public static BareEngine start(Ports ports, Path root, int filesAClaim) {
        Home home = new Home(ports.home());
        EngineSettings settings = at(home, HomeSettings.load(new Home(root)));
        prepareFolders(home);
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("bare", BATCH));
        context.registerBean("engineSettings", EngineSettings.class, () -> settings);
        context.registerBean("dataSource", DataSource.class, ports::database);
        context.registerBean("nightClock", NightClock.class, ports::clock);
        context.registerBean("pause", Pause.class, ports::pause);
        context.registerBean("partWorkers", ThreadPoolTaskExecutor.class, OnThisThread::new);
        context.registerBean("publishers", ThreadPoolTaskExecutor.class, OnThisThread::new);
        context.registerBean("work", NightRun.Work.class, () -> work(context, settings, filesAClaim));
        context.register(
                JdbcTemplateAutoConfiguration.class,
                JdbcClientAutoConfiguration.class,
                DataSourceTransactionManagerAutoConfiguration.class,
                TransactionAutoConfiguration.class,
                BatchJdbcAutoConfiguration.class);
        context.register(COMPONENTS);
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.refresh();
        return new BareEngine(context, root);
    }

    /** Carries out a command line without {@code --home}. */
    public Result give(String... command) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(1, List.of("--home", root.toString()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Session session = new Session(stream(out), stream(err), root, false, new StopRequest());
        HomeRequest request = (HomeRequest) CommandTree.read(new Call(line, root, false));
        ExitCode code = Guarded.run(session, () -> context.getBean(Engine.class).handle(request, session));
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** One look of the service into {@code inbound/}, by day. */
    public void lookByDay() {
        try {
            context.getBean(DayIntake.class).look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private static void prepareFolders(Home home) {
        try {
            HomeFolders.prepare(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EngineSettings at(Home home, EngineSettings settings) {
        return new EngineSettings(
                home,
                settings.database(),
                settings.window(),
                settings.limits(),
                settings.intake(),
                settings.reference(),
                settings.lease(),
                settings.night(),
                settings.sftp(),
                settings.http(),
                settings.retention(),
                settings.daily());
    }

    private static NightRun.Work work(
            AnnotationConfigApplicationContext context, EngineSettings settings, int filesAClaim) {
        Stores stores = context.getBean(Stores.class);
        IntakeLedgers ledgers = new IntakeLedgers(
                stores.files(),
                stores.operators(),
                context.getBean(ClaimLedger.class),
                context.getBean(TransactionTemplate.class));
        EngineSettings.Intake times = settings.intake();
        IntakeSettings intake =
                new IntakeSettings(times.quietPeriod(), times.incompleteAfter(), 1, filesAClaim, 1L << 20);
        return new NightRun.Work(
                settings.night(),
                settings.limits(),
                organisations -> new Intake(
                        stores.home(),
                        ledgers,
                        shortCode -> organisations.find(shortCode).isPresent(),
                        intake,
                        stores.clock()::now));
    }

    /** What the engine itself finds below {@code bcl}, but for the checks at the start and the pool. */
    private static Class<?>[] components() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(true);
        scan.addExcludeFilter(new RegexPatternTypeFilter(
                Pattern.compile("bcl[.]startup[.](StartUpChecks|DatabaseBeans|EngineConfiguration)")));
        return Stream.of("startup", "shift", "service", "reports", "interventions", "jobs")
                .flatMap(name -> scan.findCandidateComponents("bcl." + name).stream())
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .toArray(Class<?>[]::new);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** So that the same seed makes the same history. */
    private static final class OnThisThread extends ThreadPoolTaskExecutor {
        private static final long serialVersionUID = 1L;

        @Override
        public void execute(Runnable task) {
            task.run();
        }
    }
}
