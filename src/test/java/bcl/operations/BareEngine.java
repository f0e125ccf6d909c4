package bcl.operations;

import bcl.commandline.CommandTree;
import bcl.commands.Call;
import bcl.commands.EngineSettings;
import bcl.commands.ExitCode;
import bcl.commands.Guarded;
import bcl.commands.HomeRequest;
import bcl.commands.Session;
import bcl.intake.Intake;
import bcl.intake.IntakeLedgers;
import bcl.intake.IntakeSettings;
import bcl.jobs.NightRun;
import bcl.jobs.Stores;
import bcl.ledger.ClaimLedger;
import bcl.ledger.Pause;
import bcl.night.NightClock;
import bcl.night.StopRequest;
import bcl.wire.Home;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The engine's own beans on a database, a disk and a clock that the caller chooses, all on the calling thread; without the checks of
 * the store at the start. Made in some milliseconds, so that a process can die a thousand times.
 */
public final class BareEngine implements AutoCloseable {
    private static final Map<String, Object> BATCH =
            Map.of("spring.batch.job.enabled", "false", "spring.batch.jdbc.initialize-schema", "never");

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
        HomeFolders.make(home);
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
                BatchJdbcAutoConfiguration.class,
                LedgerBeans.class,
                NightBeans.class,
                ServiceBeans.class);
        context.register(
                motor(),
                Handlers.class,
                NightDesk.class,
                NightShift.class,
                NightHandler.class,
                FileDesk.class,
                HomeCheck.class);
        context.register(HoldHandler.class, ReleaseHandler.class, RerunDesk.class, RerunHandler.class);
        context.register(EvidenceDesk.class, ResolveHandler.class, ReconcileHandler.class, UploadsHere.class);
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
        ExitCode code =
                Guarded.run(session, () -> context.getBean(Handlers.class).handle(request, session));
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

    private static Class<?> motor() {
        try {
            return Class.forName("bcl.jobs.MotorBeans");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the beans of bcl.jobs have another name", e);
        }
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
