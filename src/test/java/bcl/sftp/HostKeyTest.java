package bcl.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.sftp.SftpEvent.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server's own key is made once and never changes by itself (faults 85). */
class HostKeyTest {
    private TestServer test;
    private Path key;
    private String first;

    @BeforeEach
    void startOnce() {
        test = TestServer.stopped();
        key = test.home.keys().resolve("host_ed25519");
        test.server.start();
        first = test.server.fingerprint();
    }

    @AfterEach
    void stop() {
        test.close();
    }

    @Test
    void the_first_start_makes_a_key_that_only_its_owner_can_read_and_tells_its_fingerprint() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(first).startsWith("SHA256:");
        assertThat(test.told(Kind.HOST_KEY_MADE)).singleElement().asString().contains(first);
        assertThat(test.openSsh().sftp("AAA", test.aaa, "ls").worked()).isTrue();
    }

    @Test
    void a_restart_keeps_it_and_clients_that_pinned_it_come_in() {
        test.server.stop();

        try (SftpServer again = test.server(TestServer.settings())) {
            again.start();

            assertThat(again.fingerprint()).isEqualTo(first);
            assertThat(new OpenSsh(test.key("."), again)
                            .sftp("AAA", test.aaa, "ls")
                            .worked())
                    .isTrue();
        }
        assertThat(test.told(Kind.HOST_KEY_MADE)).hasSize(1);
    }

    @Test
    void a_damaged_key_stops_the_start_and_stays_as_it_is() throws IOException {
        Files.writeString(key, "damaged");

        assertRefused("cannot be used");
        assertThat(Files.readString(key)).isEqualTo("damaged");
    }

    @Test
    void a_key_that_others_can_read_stops_the_start() throws IOException {
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));

        assertRefused("rw-r-----");
    }

    @Test
    void a_lost_key_is_not_made_again_silently() throws IOException {
        Files.delete(key);

        assertRefused("Restore it from the backup");
        assertThat(Files.exists(key)).isFalse();
    }

    @Test
    void a_replaced_key_stops_the_start() throws IOException {
        Files.delete(key);
        Keys.ed25519(key);

        assertRefused("was replaced");
    }

    @Test
    void a_key_of_another_kind_stops_the_start() throws IOException {
        Files.delete(key);
        Keys.make(key, "ecdsa-sha2-nistp256", 256);

        assertRefused("no Ed25519 key");
    }

    private void assertRefused(String message) {
        try (SftpServer again = test.server(TestServer.settings())) {
            assertThatThrownBy(again::start)
                    .isInstanceOf(UnusableHostKey.class)
                    .hasMessageContaining(message)
                    .hasMessageContaining(key.toString());
        }
    }
}
