package bcl.shift;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.night.NightClock;
import bcl.service.BareEngine;
import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A stack that overflows in the middle of the engine's work, far below it: where contacts go to the database. */
class StackOverflowTest {
    @TempDir
    Path disk;

    private volatile boolean deep = true;

    /** A file as one item among others, and as a large one in chunks. */
    @ParameterizedTest
    @ValueSource(strings = {"128KB", "0B"})
    void one_in_a_chunk_holds_its_files_with_the_cause_and_a_rerun_answers_them(String smallFile) throws Exception {
        Files.writeString(disk.resolve("application.yml"), "bcl.night.small-file: " + smallFile);
        layReference();
        send("AAA", 1);
        send("BBB", 2);
        try (TestDatabase database = Databases.freshInMemory();
                BareEngine engine = BareEngine.start(
                        new BareEngine.Ports(
                                overflowing(database.dataSource()), disk, NightClock.system(), duration -> {}),
                        disk,
                        10)) {
            BareEngine.Result night = engine.give("night", "--override-window", "test");

            assertThat(night.code()).as(night.err()).isEqualTo(ExitCode.FAILED);
            assertThat(night.err().lines().filter(line -> line.startsWith("Held: file ")))
                    .hasSize(2)
                    .allMatch(line -> line.contains("StackOverflowError") && line.contains("then: rerun "));
            assertThat(count(database, "select count(*) from contact")).isZero();

            deep = false;
            assertThat(engine.give("rerun", "1", "--reason", "mended").code()).isEqualTo(ExitCode.DONE);
            assertThat(engine.give("rerun", "2", "--reason", "mended").code()).isEqualTo(ExitCode.DONE);
            assertThat(engine.give("night", "--override-window", "test").code()).isEqualTo(ExitCode.DONE);
            assertThat(count(database, "select count(*) from contact")).isEqualTo(2);
            assertThat(engine.give("reconcile").code()).isEqualTo(ExitCode.DONE);
        }
    }

    private DataSource overflowing(DataSource real) {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return overflowing(real.getConnection());
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        };
    }

    private Connection overflowing(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (deep && isContact(arguments)) {
                        return deeper(0);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static boolean isContact(Object @Nullable [] arguments) {
        return arguments != null
                && arguments.length > 0
                && arguments[0] instanceof String sql
                && sql.startsWith("insert into contact ");
    }

    @SuppressWarnings("InfiniteRecursion")
    private static long deeper(long depth) {
        return 1 + deeper(depth + 1);
    }

    private static long count(TestDatabase database, String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }

    private void layReference() throws Exception {
        Path reference = Files.createDirectories(disk.resolve("reference"));
        Files.writeString(
                reference.resolve("organisations.csv"),
                "short_code,organisation_id,name,role,bulk\nAAA,1,First,S,Y\nBBB,2,Second,S,Y\n");
        Files.writeString(
                reference.resolve("meter-points-20261120.csv"),
                "mprn,shipper,network,status,class,market_sector,aq_kwh,meter_serial\n"
                        + "1000000109,AAA,GGG,LI,4,D,12000,\n");
    }

    private void send(String organisation, int id) throws Exception {
        Path inbound = Files.createDirectories(disk.resolve("sftp/" + organisation + "/inbound"));
        Path file = Files.writeString(inbound.resolve(organisation + "01.PN000001.BCL"), """
                        A00,%d,BCL,20261120,120000,1
                        L01,R-1,FLE,,,,,Ann Other,01234567890,,
                        L11,AAA01.PN000001.BCL,
                        Z99,2
                        """.formatted(id));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }
}
