package bcl.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.sftp.SftpEvent.Kind;
import bcl.sftp.SftpSettings.Quotas;
import bcl.sftp.SftpSettings.Sessions;
import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Floods meet limits, and those who do nothing lose their place (faults 88). */
class LimitsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void of_two_hundred_connections_from_one_address_twenty_are_kept_and_others_are_served() throws Exception {
        try (TestServer test = TestServer.start()) {
            List<Socket> sockets = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                sockets.add(new Socket("127.0.0.1", test.server.port()));
            }

            int greeted = 0;
            for (Socket socket : sockets) {
                greeted += greets(socket) ? 1 : 0;
            }

            assertThat(greeted).isEqualTo(20);
            assertThat(test.openSsh().sftp("AAA", test.aaa, "ls").worked()).isFalse();
            List<String> elsewhere = List.of("-o", "BindAddress=127.0.0.3");
            assertThat(test.openSsh().sftp("AAA", test.aaa, elsewhere, "ls").worked())
                    .isTrue();
            assertThat(test.told(Kind.LIMIT)).singleElement().asString().contains("bcl.sftp.sessions-per-address");
            for (Socket socket : sockets) {
                socket.close();
            }
            TestServer.until(() -> test.openSsh().sftp("AAA", test.aaa, "ls").worked());
        }
    }

    @Test
    void there_are_so_many_sessions_in_all_and_so_many_of_one_organisation() throws Exception {
        try (TestServer test = TestServer.start(with(new Sessions(3, 1, 100, 4, 64, 3, LONG, LONG)))) {
            Jsch first = test.jsch("AAA", test.aaa);
            first.sftp();
            Jsch second = test.jsch("AAA", test.aaa);

            assertThatThrownBy(second::sftp).isInstanceOf(JSchException.class);
            test.jsch("BBB", test.bbb).sftp();
            TestServer.until(() -> told(test, "AAA: it has 1 sessions"));

            try (Socket third = new Socket("127.0.0.1", test.server.port());
                    Socket fourth = new Socket("127.0.0.1", test.server.port())) {
                assertThat(greets(third)).isTrue();
                assertThat(greets(fourth)).isFalse();
            }
            TestServer.until(() -> told(test, "there are 3 sessions in all"));

            first.close();
            TestServer.until(() -> test.openSsh().sftp("AAA", test.aaa, "ls").worked());
        }
    }

    @Test
    void a_session_has_so_many_channels_and_a_channel_so_many_open_files() throws Exception {
        try (TestServer test = TestServer.start(with(new Sessions(20, 10, 10, 2, 3, 3, LONG, LONG)))) {
            Jsch session = test.jsch("AAA", test.aaa);
            ChannelSftp channel = session.sftp();
            session.sftp();

            assertThatThrownBy(session::sftp).isInstanceOf(JSchException.class);

            List<OutputStream> open = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                open.add(channel.put("/inbound/" + i));
            }
            assertThatThrownBy(() -> channel.put("/inbound/3")).hasMessageContaining("too many open files");
            for (OutputStream each : open) {
                each.close();
            }
            channel.put(Jsch.bytes("x"), "/inbound/3");
            assertThat(test.inbound("3")).exists();
        }
    }

    @Test
    void who_does_not_log_in_and_who_does_nothing_is_closed() throws Exception {
        Duration soon = Duration.ofSeconds(1);
        try (TestServer test = TestServer.start(with(new Sessions(20, 10, 10, 2, 3, 3, soon, soon)))) {
            Jsch session = test.jsch("AAA", test.aaa);
            session.sftp();
            try (Socket silent = new Socket("127.0.0.1", test.server.port())) {
                assertThat(greets(silent)).isTrue();
                silent.setSoTimeout(20_000);

                assertThat(silent.getInputStream().readAllBytes()).isNotNull();
            }
            TestServer.until(() -> !session.session.isConnected());
        }
    }

    @Test
    void inbound_holds_so_many_files() throws Exception {
        try (TestServer test = TestServer.start(with(new Quotas(1000, 1000, 2)))) {
            ChannelSftp client = test.jsch("AAA", test.aaa).sftp();
            client.put(Jsch.bytes("x"), "/inbound/1");
            client.put(Jsch.bytes("x"), "/inbound/2");

            assertThatThrownBy(() -> client.put(Jsch.bytes("x"), "/inbound/3")).hasMessageContaining("2 files");
            client.put(Jsch.bytes("xx"), "/inbound/2");

            Files.delete(test.inbound("1"));
            test.later(Duration.ofSeconds(2));
            client.put(Jsch.bytes("x"), "/inbound/3");
            assertThat(test.told(Kind.LIMIT)).singleElement().asString().contains("bcl.sftp.inbound-files");
        }
    }

    @Test
    void inbound_holds_so_many_bytes_even_if_a_client_writes_far_behind_the_end() throws Exception {
        try (TestServer test = TestServer.start(with(new Quotas(1 << 20, 1000, 10)))) {
            ChannelSftp client = test.jsch("AAA", test.aaa).sftp();

            assertThatThrownBy(() -> client.put(Jsch.bytes("x".repeat(1001)), "/inbound/a"))
                    .hasMessageContaining("1000 bytes");
            client.put(Jsch.bytes("x".repeat(900)), "/inbound/a");
            client.put(Jsch.bytes("y".repeat(900)), "/inbound/a", ChannelSftp.OVERWRITE);
            assertThatThrownBy(() -> client.put(Jsch.bytes("x".repeat(200)), "/inbound/b"))
                    .isInstanceOf(SftpException.class);
            assertThat(test.told(Kind.LIMIT)).anyMatch(told -> told.contains("bcl.sftp.inbound-bytes"));
        }
    }

    @Test
    void a_day_has_so_many_bytes_and_the_next_begins_anew() throws Exception {
        try (TestServer test = TestServer.start(with(new Quotas(1000, 10_000, 10)))) {
            ChannelSftp client = test.jsch("AAA", test.aaa).sftp();
            client.put(Jsch.bytes("x".repeat(900)), "/inbound/a");

            assertThatThrownBy(() -> client.put(Jsch.bytes("x".repeat(200)), "/inbound/a"))
                    .hasMessageContaining("a day");
            test.jsch("BBB", test.bbb).sftp().put(Jsch.bytes("x".repeat(900)), "/inbound/a");

            test.later(Duration.ofDays(1));
            client.put(Jsch.bytes("x".repeat(900)), "/inbound/a");
        }
    }

    @Test
    void garbage_instead_of_a_greeting_ends_the_connection_and_harms_nobody() throws Exception {
        try (TestServer test = TestServer.start()) {
            for (String garbage :
                    List.of("GET / HTTP/1.1\r\n\r\n", "\0".repeat(5000), "SSH-1.5-old\r\n", "x".repeat(99_999))) {
                try (Socket socket = new Socket("127.0.0.1", test.server.port())) {
                    socket.setSoTimeout(20_000);
                    socket.getOutputStream().write(garbage.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                    assertThat(socket.getInputStream().readAllBytes()).isNotNull();
                } catch (IOException reset) {
                    assertThat(reset).isInstanceOf(java.net.SocketException.class);
                }
            }

            assertThat(test.openSsh().sftp("AAA", test.aaa, "ls").worked()).isTrue();
        }
    }

    private static boolean greets(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        InputStream in = socket.getInputStream();
        try {
            return in.read() == 'S';
        } catch (java.net.SocketException reset) {
            return false;
        }
    }

    private static boolean told(TestServer test, String text) {
        return test.told(Kind.LIMIT).stream().anyMatch(told -> told.contains(text));
    }

    private static SftpSettings with(Sessions sessions) {
        SftpSettings plain = TestServer.settings();
        return new SftpSettings(
                InetAddress.getLoopbackAddress().getHostAddress(), 0, sessions, plain.quotas(), plain.penalties());
    }

    private static SftpSettings with(Quotas quotas) {
        SftpSettings plain = TestServer.settings();
        return new SftpSettings("127.0.0.1", 0, plain.sessions(), quotas, plain.penalties());
    }
}
