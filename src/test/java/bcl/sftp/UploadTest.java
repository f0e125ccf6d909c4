package bcl.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.intake.Intake;
import bcl.intake.IntakeLedgers;
import bcl.intake.IntakeSettings;
import bcl.intake.Uploads.State;
import bcl.ledger.ClaimLedger;
import bcl.ledger.FileLedger;
import bcl.ledger.OperatorLedger;
import bcl.sftp.SftpEvent.Kind;
import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a sender can do with its file, and when the engine takes it. */
class UploadTest {
    private static final String NAME = "AAA01.PN000001.BCL";
    private static final String WHOLE = "\"A00\",1\n\"Z99\",0\n";

    private TestServer test;
    private TestDatabase database;
    private Intake intake;
    private Path local;

    @BeforeEach
    void start() throws Exception {
        test = TestServer.start();
        database = Databases.H2.fresh();
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        IntakeLedgers ledgers = new IntakeLedgers(
                new FileLedger(jdbc), new OperatorLedger(jdbc), new ClaimLedger(jdbc), database.transactions());
        // Both periods are so long that only what the server knows can make a file complete.
        IntakeSettings settings = IntakeSettings.of(Duration.ofHours(2), Duration.ofHours(3));
        intake = new Intake(test.home, ledgers, test.organisations::contains, settings, InstantSource.system())
                .withUploads(test.server.uploads());
        local = Files.writeString(test.key(NAME), WHOLE);
    }

    @AfterEach
    void stop() {
        test.close();
        database.close();
    }

    @Test
    void a_whole_file_is_taken_as_soon_as_its_client_has_closed_it() throws Exception {
        OpenSsh.Said said = test.openSsh().sftp("AAA", test.aaa, "put -p " + local + " inbound/" + NAME);

        assertThat(said.worked()).isTrue();
        assertThat(taken()).containsExactly(NAME);
        assertThat(Files.exists(test.inbound(NAME))).isFalse();
        assertThat(test.told(Kind.UPLOADED)).containsExactly("AAA: inbound/" + NAME + ", 16 bytes");
    }

    @Test
    void todays_scp_works_too() throws Exception {
        OpenSsh.Said said = test.openSsh().scp("AAA", test.aaa, local, "/inbound/");

        assertThat(said.worked()).as(said.out()).isTrue();
        assertThat(taken()).containsExactly(NAME);
    }

    @Test
    void times_and_permissions_that_a_client_sets_change_nothing() throws Exception {
        Files.setLastModifiedTime(local, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));

        OpenSsh.Said said = test.openSsh()
                .sftp("AAA", test.aaa, "put -p " + local + " inbound/" + NAME, "chmod 777 inbound/" + NAME);

        assertThat(said.worked()).isTrue();
        assertThat(Files.getLastModifiedTime(test.inbound(NAME)).toInstant())
                .isAfter(Instant.now().minusSeconds(60));
        assertThat(taken()).containsExactly(NAME);
    }

    @Test
    void a_closed_file_without_its_trailer_waits() throws Exception {
        client().put(Jsch.bytes("\"A00\",1\n"), "/inbound/" + NAME);

        assertThat(taken()).isEmpty();
        assertThat(test.inbound(NAME)).exists();
    }

    @Test
    void a_file_that_is_open_waits_though_it_has_its_trailer() throws Exception {
        OutputStream out = client().put("/inbound/" + NAME);
        send(out, WHOLE);
        TestServer.until(() -> test.inbound(NAME).toFile().length() == WHOLE.length());

        assertThat(taken()).isEmpty();

        out.close();
        assertThat(taken()).containsExactly(NAME);
    }

    @Test
    void an_upload_that_broke_off_waits_and_can_be_sent_again() throws Exception {
        Jsch client = test.jsch("AAA", test.aaa);
        send(client.sftp().put("/inbound/" + NAME), WHOLE);
        TestServer.until(() -> test.inbound(NAME).toFile().length() == WHOLE.length());

        client.close();

        TestServer.until(() -> !test.told(Kind.UPLOAD_BROKEN).isEmpty());
        assertThat(test.server.uploads().of(test.inbound(NAME))).isEqualTo(State.OPEN);
        assertThat(taken()).isEmpty();

        client().put(Jsch.bytes(WHOLE), "/inbound/" + NAME);
        assertThat(taken()).containsExactly(NAME);
    }

    @Test
    void a_file_under_a_temporary_name_is_taken_when_it_gets_its_own() throws Exception {
        OpenSsh.Said said = test.openSsh().sftp("AAA", test.aaa, "put " + local + " inbound/" + NAME + ".filepart");

        assertThat(said.worked()).isTrue();
        assertThat(taken()).isEmpty();

        test.openSsh().sftp("AAA", test.aaa, "rename inbound/" + NAME + ".filepart inbound/" + NAME);
        assertThat(taken()).containsExactly(NAME);
    }

    @Test
    void a_file_is_resumed_overwritten_renamed_over_and_removed_until_it_is_taken() throws Exception {
        Files.writeString(test.key("head"), WHOLE.substring(0, 5));
        Files.writeString(test.key("other"), "old");

        OpenSsh.Said said = test.openSsh()
                .sftp(
                        "AAA",
                        test.aaa,
                        "put " + test.key("head") + " inbound/" + NAME,
                        "reput " + local + " inbound/" + NAME,
                        "put " + test.key("other") + " inbound/b",
                        "put " + test.key("other") + " inbound/c",
                        "rename inbound/" + NAME + " inbound/b",
                        "rm inbound/c",
                        "get inbound/b back");

        assertThat(said.worked()).as(said.out()).isTrue();
        assertThat(test.inbound("b")).hasContent(WHOLE);
        assertThat(test.inbound("c")).doesNotExist();
        assertThat(test.inbound(NAME)).doesNotExist();
        assertThat(taken()).containsExactly("b");
    }

    @Test
    void what_is_written_after_the_engine_took_the_file_is_an_error_and_reaches_nothing() throws Exception {
        OutputStream out = client().put("/inbound/" + NAME);
        send(out, WHOLE);
        TestServer.until(() -> test.inbound(NAME).toFile().length() == WHOLE.length());
        Path claimed = test.home.root().resolve("claimed");
        Files.move(test.inbound(NAME), claimed, StandardCopyOption.ATOMIC_MOVE);

        assertThatThrownBy(() -> {
                    send(out, "more");
                    out.close();
                })
                .hasRootCauseInstanceOf(SftpException.class)
                .rootCause()
                .hasMessageContaining("was taken");
        assertThat(claimed).hasContent(WHOLE);
        assertThat(test.inbound(NAME)).doesNotExist();
    }

    @Test
    void closing_a_file_that_the_engine_took_is_an_error_too() throws Exception {
        OutputStream out = client().put("/inbound/" + NAME);
        send(out, WHOLE);
        TestServer.until(() -> test.inbound(NAME).toFile().length() == WHOLE.length());
        Files.delete(test.inbound(NAME));
        client().put(Jsch.bytes("a newer one"), "/inbound/" + NAME);

        assertThatThrownBy(out::close).rootCause().hasMessageContaining("was taken");
        assertThat(test.told(Kind.TAKEN_EARLY)).hasSize(1);
        assertThat(test.inbound(NAME)).hasContent("a newer one");
    }

    @Test
    void after_a_restart_and_for_files_that_came_otherwise_the_quiet_period_decides() throws Exception {
        client().put(Jsch.bytes(WHOLE), "/inbound/" + NAME);
        assertThat(test.server.uploads().of(test.inbound(NAME))).isEqualTo(State.CLOSED);

        Files.writeString(test.inbound(NAME), WHOLE + "\n");
        assertThat(test.server.uploads().of(test.inbound(NAME))).isEqualTo(State.UNKNOWN);
        try (SftpServer again = test.server(TestServer.settings())) {
            assertThat(again.uploads().of(test.inbound(NAME))).isEqualTo(State.UNKNOWN);
        }
    }

    private ChannelSftp client() throws Exception {
        return test.jsch("AAA", test.aaa).sftp();
    }

    private static void send(OutputStream out, String text) throws Exception {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private java.util.List<String> taken() throws Exception {
        intake.takeAll();
        return database.jdbc()
                .sql("select name from inbound_file order by id")
                .query(String.class)
                .list();
    }
}
