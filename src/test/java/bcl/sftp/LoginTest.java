package bcl.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.sftp.SftpEvent.Kind;
import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets in, and who does not (faults 83 and 90). */
class LoginTest {
    @Test
    void an_organisation_sees_its_two_folders_and_who_used_which_key_is_told() {
        try (TestServer test = TestServer.start()) {
            OpenSsh.Said said = test.openSsh().sftp("AAA", test.aaa, "pwd", "ls -1");

            assertThat(said.out()).contains("Remote working directory: /", "inbound", "outbound");
            assertThat(said.worked()).isTrue();
            assertThat(test.told(Kind.LOGIN)).containsExactly("AAA: from 127.0.0.1 with key " + test.aaa.fingerprint());
        }
    }

    @ParameterizedTest
    @CsvSource({"ecdsa-sha2-nistp256,256", "ecdsa-sha2-nistp384,384", "ecdsa-sha2-nistp521,521", "ssh-rsa,3072"})
    void other_strong_keys_work_too(String type, int bits) {
        try (TestServer test = TestServer.start()) {
            Keys key = Keys.make(test.key("other"), type, bits);
            test.allow("AAA", "# the second office", "", key.line() + " office@example", test.aaa.line());

            assertThat(test.openSsh().sftp("AAA", key, "ls").worked()).isTrue();
            assertThat(test.openSsh().sftp("AAA", test.aaa, "ls").worked()).isTrue();
        }
    }

    @Test
    void a_key_of_another_organisation_an_unknown_one_and_one_not_in_force_are_refused() {
        try (TestServer test = TestServer.start()) {
            test.allow("CCC", test.aaa.line());

            assertThat(test.openSsh().sftp("AAA", test.bbb, "ls").out()).contains("Permission denied (publickey)");
            assertThat(test.openSsh().sftp("CCC", test.aaa, "ls").out()).contains("Permission denied (publickey)");
            assertThat(test.openSsh().sftp("../keys/AAA", test.aaa, "ls").worked())
                    .isFalse();
            assertThat(test.told(Kind.LOGIN_REFUSED))
                    .hasSize(3)
                    .last()
                    .asString()
                    .contains("an unknown user");
        }
    }

    @Test
    void there_is_no_password_no_dialogue_and_no_login_without_anything() {
        try (TestServer test = TestServer.start()) {
            for (String method : List.of("password", "keyboard-interactive", "none", "hostbased", "gssapi-with-mic")) {
                OpenSsh.Said said =
                        test.openSsh().sftp("AAA", test.aaa, List.of("-o", "PreferredAuthentications=" + method), "ls");

                assertThat(said.out()).contains("Permission denied (publickey)");
                assertThat(said.worked()).isFalse();
            }
        }
    }

    @Test
    void keys_come_and_go_without_a_restart_and_a_withdrawn_key_ends_its_session() throws Exception {
        try (TestServer test = TestServer.start()) {
            Keys second = Keys.ed25519(test.key("second"));
            test.allow("AAA", test.aaa.line(), second.line());
            ChannelSftp lost = test.jsch("AAA", test.aaa).sftp();
            ChannelSftp kept = test.jsch("AAA", second).sftp();
            lost.ls("/");

            test.allow("AAA", second.line());

            assertThatThrownBy(() -> lost.ls("/outbound")).isInstanceOf(SftpException.class);
            TestServer.until(() -> !lost.isConnected());
            assertThat(kept.ls("/outbound")).isNotEmpty();
            assertThat(test.openSsh().sftp("AAA", test.aaa, "ls").worked()).isFalse();
            assertThat(test.told(Kind.LOGIN_REFUSED)).anyMatch(told -> told.contains("withdrawn"));
        }
    }

    @Test
    void an_organisation_that_leaves_the_reference_data_is_out_at_once() throws Exception {
        try (TestServer test = TestServer.start()) {
            ChannelSftp open = test.jsch("AAA", test.aaa).sftp();

            test.organisations.remove("AAA");

            assertThatThrownBy(() -> open.ls("/")).isInstanceOf(SftpException.class);
            assertThat(test.openSsh().sftp("AAA", test.aaa, "ls").worked()).isFalse();
        }
    }

    @Test
    void a_key_file_that_others_can_change_is_told_once_and_ignored() throws IOException {
        try (TestServer test = TestServer.start()) {
            Files.setPosixFilePermissions(
                    test.home.keys().resolve("AAA.pub"), PosixFilePermissions.fromString("rw-rw----"));

            assertThat(test.openSsh().sftp("AAA", test.aaa, "ls").worked()).isFalse();
            assertThat(test.openSsh().sftp("AAA", test.aaa, "ls").worked()).isFalse();
            assertThat(test.told(Kind.KEY_FILE)).singleElement().asString().contains("rw-rw----", "chmod 0600");

            Files.setPosixFilePermissions(
                    test.home.keys().resolve("AAA.pub"), PosixFilePermissions.fromString("rw-r--r--"));
            assertThat(test.openSsh().sftp("AAA", test.aaa, "ls").worked()).isTrue();
        }
    }

    @Test
    void lines_that_cannot_be_used_are_told_with_their_number_and_ignored() {
        try (TestServer test = TestServer.stopped()) {
            Keys weak = Keys.make(test.key("weak"), "ssh-rsa", 2048);
            test.allow(
                    "AAA",
                    "ssh-ed25519 AAAAC3Nza-broken",
                    weak.line(),
                    "command=\"x\" " + test.bbb.line(),
                    "-----BEGIN OPENSSH PRIVATE KEY-----",
                    test.aaa.line());

            test.server.start();

            assertThat(test.told(Kind.KEY_FILE))
                    .hasSize(4)
                    .anyMatch(told -> told.contains("line 1 "))
                    .anyMatch(told -> told.contains("line 2 is ignored: an RSA key needs 3072 bits"))
                    .anyMatch(told -> told.contains("line 3 "))
                    .anyMatch(told -> told.contains("line 4 "));
            assertThat(test.openSsh().sftp("AAA", weak, "ls").worked()).isFalse();
            assertThat(test.openSsh().sftp("AAA", test.bbb, "ls").worked()).isFalse();
            assertThat(test.openSsh().sftp("AAA", test.aaa, "ls").worked()).isTrue();
        }
    }

    @Test
    void a_session_may_try_three_keys() {
        try (TestServer test = TestServer.start()) {
            List<String> more = new java.util.ArrayList<>();
            for (int i = 0; i < 4; i++) {
                more.addAll(
                        List.of("-i", Keys.ed25519(test.key("wrong" + i)).file().toString()));
            }

            OpenSsh.Said said = test.openSsh().sftp("AAA", test.bbb, more, "ls");

            assertThat(said.out()).contains("Too many authentication failures");
            assertThat(test.told(Kind.LOGIN_REFUSED)).hasSize(3);
        }
    }

    @Test
    void after_fifty_tries_the_address_is_banned_and_a_good_key_from_elsewhere_works() {
        SftpSettings plain = TestServer.settings();
        SftpSettings banning =
                new SftpSettings("127.0.0.1", 0, plain.sessions(), plain.quotas(), SftpSettings.Penalties.defaults());
        try (TestServer test = TestServer.start(banning)) {
            for (int i = 0; i < 50; i++) {
                assertThat(test.openSsh().sftp("AAA", test.bbb, "ls").worked()).isFalse();
                test.later(Duration.ofSeconds(i % 3));
            }

            List<String> elsewhere = List.of("-o", "BindAddress=127.0.0.2");
            assertThat(test.openSsh().sftp("AAA", test.aaa, elsewhere, "ls").worked())
                    .isTrue();
            assertThat(test.openSsh().sftp("AAA", test.aaa, "ls").worked()).isFalse();
            assertThat(test.told(Kind.LOGIN_REFUSED).size()).isLessThanOrEqualTo(12);

            test.later(Duration.ofMinutes(16));
            assertThat(test.openSsh().sftp("AAA", test.aaa, "ls").worked()).isTrue();
        }
    }

    @Test
    void the_ban_is_told_once() {
        SftpSettings plain = TestServer.settings();
        SftpSettings banning = new SftpSettings(
                "127.0.0.1",
                0,
                plain.sessions(),
                plain.quotas(),
                new SftpSettings.Penalties(
                        100, Duration.ofSeconds(1), 3, Duration.ofMinutes(15), Duration.ofMinutes(30)));
        try (TestServer test = TestServer.start(banning)) {
            for (int i = 0; i < 5; i++) {
                test.openSsh().sftp("AAA", test.bbb, "ls");
            }

            assertThat(test.told(Kind.BANNED))
                    .containsExactly("127.0.0.1: 3 logins failed; the address is turned away for 15 min");
        }
    }
}
