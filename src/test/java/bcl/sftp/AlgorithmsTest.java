package bcl.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.JSchException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Modern algorithms alone, and nothing that a client without strict key exchange could be tricked with (faults 84). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlgorithmsTest {
    private TestServer test = TestServer.stopped();

    @BeforeAll
    void start() {
        test.server.start();
    }

    @AfterAll
    void stop() {
        test.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ciphers=aes128-cbc",
                "Ciphers=aes256-cbc",
                "Ciphers=3des-cbc",
                "MACs=hmac-sha1",
                "MACs=hmac-sha1-etm@openssh.com",
                "MACs=hmac-md5",
                "MACs=hmac-sha2-256",
                "MACs=umac-64@openssh.com",
                "KexAlgorithms=diffie-hellman-group1-sha1",
                "KexAlgorithms=diffie-hellman-group14-sha1",
                "KexAlgorithms=diffie-hellman-group14-sha256",
                "KexAlgorithms=diffie-hellman-group-exchange-sha1",
                "KexAlgorithms=diffie-hellman-group-exchange-sha256",
                "HostKeyAlgorithms=ssh-rsa",
                "HostKeyAlgorithms=rsa-sha2-512",
                "HostKeyAlgorithms=ssh-dss",
            })
    void a_client_that_offers_nothing_but_this_is_refused(String only) {
        // a MAC counts with a cipher that needs one
        List<String> options =
                only.startsWith("MACs") ? List.of("-o", only, "-o", "Ciphers=aes128-ctr") : List.of("-o", only);

        OpenSsh.Said said = test.openSsh().sftp("AAA", test.aaa, options, "ls");

        assertThat(said.worked()).isFalse();
        assertThat(said.out()).doesNotContain("inbound").containsIgnoringCase("Unable to negotiate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ciphers=chacha20-poly1305@openssh.com",
                "Ciphers=aes256-gcm@openssh.com",
                "Ciphers=aes128-gcm@openssh.com",
                "Ciphers=aes256-ctr",
                "Ciphers=aes128-ctr",
                "MACs=hmac-sha2-256-etm@openssh.com",
                "MACs=hmac-sha2-512-etm@openssh.com",
                "KexAlgorithms=sntrup761x25519-sha512@openssh.com",
                "KexAlgorithms=curve25519-sha256",
                "KexAlgorithms=ecdh-sha2-nistp256",
                "KexAlgorithms=ecdh-sha2-nistp521",
            })
    void a_client_that_offers_nothing_but_this_is_served(String only) {
        OpenSsh.Said said = test.openSsh().sftp("AAA", test.aaa, List.of("-o", only), "ls");

        assertThat(said.out()).contains("inbound");
    }

    @Test
    void the_quantum_safe_exchange_of_the_newest_clients_works() throws Exception {
        assertThat(test.jsch("AAA", test.aaa)
                        .with("kex", "mlkem768x25519-sha256")
                        .sftp()
                        .ls("/"))
                .isNotEmpty();
    }

    @Test
    void a_key_with_the_old_rsa_signature_is_refused_and_with_the_new_ones_served() {
        Keys rsa = Keys.make(test.key("rsa"), "ssh-rsa", 3072);
        test.allow("BBB", rsa.line());

        OpenSsh client = test.openSsh();
        assertThat(client.sftp("BBB", rsa, List.of("-o", "PubkeyAcceptedAlgorithms=ssh-rsa"), "ls")
                        .worked())
                .isFalse();
        assertThat(client.sftp("BBB", rsa, List.of("-o", "PubkeyAcceptedAlgorithms=rsa-sha2-256"), "ls")
                        .worked())
                .isTrue();
        assertThat(client.sftp("BBB", rsa, List.of("-o", "PubkeyAcceptedAlgorithms=rsa-sha2-512"), "ls")
                        .worked())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chacha20-poly1305@openssh.com", "aes256-ctr", "aes128-cbc"})
    void a_client_without_strict_key_exchange_does_not_get_what_terrapin_attacks(String cipher) {
        Jsch client = test.jsch("AAA", test.aaa)
                .with("enable_strict_kex", "no")
                .with("cipher.s2c", cipher)
                .with("cipher.c2s", cipher)
                .with("CheckCiphers", "");

        assertThatThrownBy(client::connect).isInstanceOf(JSchException.class);
    }

    @Test
    void a_client_without_strict_key_exchange_gets_gcm_if_it_likes_that_best() throws Exception {
        String gcmFirst = "aes256-gcm@openssh.com,chacha20-poly1305@openssh.com";
        Jsch client = test.jsch("AAA", test.aaa)
                .with("enable_strict_kex", "no")
                .with("cipher.s2c", gcmFirst)
                .with("cipher.c2s", gcmFirst);

        assertThat(client.sftp().ls("/")).isNotEmpty();
    }

    @Test
    void a_client_without_strict_key_exchange_is_told_what_to_do() {
        String chachaFirst = "chacha20-poly1305@openssh.com,aes256-gcm@openssh.com";
        Jsch client = test.jsch("AAA", test.aaa)
                .with("enable_strict_kex", "no")
                .with("cipher.s2c", chachaFirst)
                .with("cipher.c2s", chachaFirst);

        assertThatThrownBy(client::connect).hasMessageContaining("strict key exchange");
    }

    @Test
    void a_client_with_strict_key_exchange_gets_chacha() throws Exception {
        Jsch client = test.jsch("AAA", test.aaa)
                .with("require_strict_kex", "yes")
                .with("cipher.s2c", "chacha20-poly1305@openssh.com")
                .with("cipher.c2s", "chacha20-poly1305@openssh.com");

        assertThat(client.sftp().ls("/")).isNotEmpty();
    }
}
