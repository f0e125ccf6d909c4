package bcl.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.sftp.SftpEvent.Kind;
import com.jcraft.jsch.ChannelSubsystem;
import com.jcraft.jsch.JSchException;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No shell, no command, no forwarding (faults 87). */
class NothingButSftpTest {
    private TestServer test;

    @BeforeEach
    void start() {
        test = TestServer.start();
    }

    @AfterEach
    void stop() {
        test.close();
    }

    @Test
    void there_is_no_shell_and_no_terminal() {
        OpenSsh.Said shell = test.openSsh().ssh("AAA", test.aaa, List.of("-T"));
        OpenSsh.Said terminal = test.openSsh().ssh("AAA", test.aaa, List.of("-tt"));

        assertThat(shell.worked()).isFalse();
        assertThat(shell.out()).contains("shell request failed");
        assertThat(terminal.worked()).isFalse();
        assertThat(terminal.out()).contains("PTY allocation request failed");
        assertThat(test.told(Kind.REFUSED))
                .containsExactly("AAA: request shell of a channel", "AAA: request pty-req of a channel");
    }

    @Test
    void there_is_no_command_and_so_no_old_scp() {
        OpenSsh.Said said = test.openSsh().ssh("AAA", test.aaa, List.of(), "id");

        assertThat(said.worked()).isFalse();
        assertThat(said.out()).contains("exec request failed").doesNotContain("uid=");
        assertThat(test.told(Kind.REFUSED)).anyMatch(told -> told.contains("exec"));
    }

    @Test
    void there_is_no_way_through_to_another_port() throws Exception {
        try (ServerSocket secret = new ServerSocket(0)) {
            OpenSsh.Said said =
                    test.openSsh().ssh("AAA", test.aaa, List.of("-W", "127.0.0.1:" + secret.getLocalPort()));

            assertThat(said.worked()).isFalse();
            assertThat(said.out()).containsAnyOf("open failed", "stdio forwarding failed");
        }
    }

    @Test
    void there_is_no_way_back_from_a_port_of_the_server() {
        OpenSsh.Said said = test.openSsh()
                .ssh("AAA", test.aaa, List.of("-N", "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:9"));

        assertThat(said.worked()).isFalse();
        assertThat(said.out()).contains("remote port forwarding failed");
    }

    @Test
    void there_is_no_forwarding_of_screens() throws Exception {
        Jsch client = test.jsch("AAA", test.aaa);
        client.connect();
        var channel = (ChannelSubsystem) client.session.openChannel("subsystem");
        channel.setSubsystem("sftp");
        channel.setXForwarding(true);
        channel.setWantReply(true);

        assertThatThrownBy(() -> channel.connect(10_000)).isInstanceOf(JSchException.class);
        assertThat(test.told(Kind.REFUSED)).containsExactly("AAA: request x11-req of a channel");
    }

    @Test
    void there_is_no_other_subsystem() throws Exception {
        Jsch client = test.jsch("AAA", test.aaa);
        client.connect();
        for (String name : List.of("netconf", "../sftp", "")) {
            var channel = (ChannelSubsystem) client.session.openChannel("subsystem");
            channel.setSubsystem(name);
            channel.setWantReply(true);

            assertThatThrownBy(() -> channel.connect(10_000)).isInstanceOf(JSchException.class);
        }
    }
}
