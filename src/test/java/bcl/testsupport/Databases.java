package bcl.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The two databases that the engine runs on, for {@code @ParameterizedTest @EnumSource(Databases.class)}. Each test gets a
 * database of its own by {@link #fresh}, with all tables, as a copy of one that was migrated once.
 */
public enum Databases {
    /** A file database with the settings of the product. */
    H2 {
        @Override
        public TestDatabase fresh() {
            try {
                Path folder = Files.createTempDirectory("bcl-h2");
                Files.copy(H2Template.FILE, folder.resolve("bcl.mv.db"));
                return TestDatabase.open(h2Url(folder), "sa", "", () -> deleteAll(folder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },

    /** One server in the JVM, started when it is first asked for and stopped with the JVM; one database a test. */
    POSTGRESQL {
        @Override
        public TestDatabase fresh() {
            String name = "test" + NEXT.incrementAndGet();
            JdbcClient admin = JdbcClient.create(Postgres.SERVER.getPostgresDatabase());
            admin.sql("create database " + name + " template " + Postgres.TEMPLATE)
                    .update();
            return TestDatabase.open(
                    Postgres.SERVER.getJdbcUrl("postgres", name),
                    "postgres",
                    "postgres",
                    () -> admin.sql("drop database " + name + " with (force)").update());
        }
    };

    private static final String H2_MODE = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    private static final AtomicInteger NEXT = new AtomicInteger();

    /** An empty database with all tables; to be closed. */
    public abstract TestDatabase fresh();

    /** As {@link #H2}, but in memory, which is made in some milliseconds: for what is not about the database's own files. */
    public static TestDatabase freshInMemory() {
        String url = "jdbc:h2:mem:test" + NEXT.incrementAndGet() + H2_MODE;
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(url + ";DB_CLOSE_DELAY=-1");
        dataSource.setUser("sa");
        JdbcConnectionPool pool = JdbcConnectionPool.create(dataSource);
        JdbcClient jdbc = JdbcClient.create(pool);
        H2Script.STATEMENTS.forEach(statement -> jdbc.sql(statement).update());
        return TestDatabase.on(pool, url, () -> {
            jdbc.sql("shutdown immediately").update();
            pool.dispose();
        });
    }

    /** The URL of the product for a file database in this folder. */
    public static String h2Url(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("bcl") + H2_MODE + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
    }

    /** Where the program's migrations lie for a database of this URL: what its settings call {@code {vendor}}. */
    public static List<String> migrations(String url) {
        return url.startsWith("jdbc:postgresql:")
                ? List.of("classpath:db/common", "classpath:db/postgresql")
                : List.of("classpath:db/common");
    }

    private static void migrate(DataSource dataSource, String url) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations(migrations(url).toArray(String[]::new))
                .load()
                .migrate();
    }

    private static void deleteAll(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class H2Template {
        static final Path FILE = make();

        private static Path make() {
            try {
                Path folder = Files.createTempDirectory("bcl-h2-template");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteAll(folder)));
                JdbcDataSource dataSource = new JdbcDataSource();
                dataSource.setURL(h2Url(folder));
                dataSource.setUser("sa");
                migrate(dataSource, "jdbc:h2:");
                return folder.resolve("bcl.mv.db");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class H2Script {
        static final List<String> STATEMENTS = make();

        private static List<String> make() {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setURL("jdbc:h2:mem:template" + H2_MODE + ";DB_CLOSE_DELAY=-1");
            dataSource.setUser("sa");
            migrate(dataSource, "jdbc:h2:");
            JdbcClient jdbc = JdbcClient.create(dataSource);
            List<String> statements = jdbc.sql("script nopasswords nosettings")
                    .query(String.class)
                    .list();
            jdbc.sql("shutdown").update();
            return statements.stream()
                    .filter(statement -> !statement.startsWith("--") && !statement.startsWith("CREATE USER"))
                    .toList();
        }
    }

    private static final class Postgres {
        static final String TEMPLATE = "migrated";
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                // Off in the embedded server by default; the engine refuses such a server.
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
                JdbcClient.create(server.getPostgresDatabase())
                        .sql("create database " + TEMPLATE)
                        .update();
                migrate(server.getDatabase("postgres", TEMPLATE), "jdbc:postgresql:");
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
