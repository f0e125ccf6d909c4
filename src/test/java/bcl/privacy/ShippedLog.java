package bcl.privacy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** What the engine would log with the configuration that it ships with, its own loggers at DEBUG. Closing it restores the test's. */
final class ShippedLog implements AutoCloseable {
    private static final Path SHIPPED =
            Path.of("src/main/resources/logback.xml").toAbsolutePath();

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    ShippedLog() throws Exception {
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        configure(SHIPPED);
        context.getLogger("bcl").setLevel(Level.DEBUG);
        // Spring Boot configures the log anew for each command, and would prefer the one of the tests.
        System.setProperty("logging.config", SHIPPED.toUri().toString());
        System.setProperty("logging.level.bcl", "DEBUG");
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void configure(Path file) throws Exception {
        context.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(file.toFile());
    }

    @Override
    public void close() throws Exception {
        System.clearProperty("logging.config");
        System.clearProperty("logging.level.bcl");
        System.setErr(before);
        configure(Path.of("src/test/resources/logback-test.xml"));
    }
}
