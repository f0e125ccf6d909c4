package bcl.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.ChannelSubsystem;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no honest client makes, byte by byte. */
class HostilePacketsTest {
    private static final int UNSUPPORTED = 8;
    private static final int DENIED = 3;
    private static final int STATUS = 101;

    private TestServer test;
    private DataOutputStream out;
    private DataInputStream in;

    @BeforeEach
    void open() throws Exception {
        test = TestServer.start();
        Jsch client = test.jsch("AAA", test.aaa);
        client.connect();
        ChannelSubsystem channel = (ChannelSubsystem) client.session.openChannel("subsystem");
        channel.setSubsystem("sftp");
        out = new DataOutputStream(channel.getOutputStream());
        in = new DataInputStream(channel.getInputStream());
        channel.connect(10_000);
    }

    @AfterEach
    void stop() throws Exception {
        test.close();
    }

    @Test
    void the_server_speaks_version_3_whatever_the_client_wants_and_says_what_it_can() throws IOException {
        String greeting = greet(6);

        assertThat(greeting)
                .contains("posix-rename@openssh.com", "fsync@openssh.com", "limits@openssh.com")
                .doesNotContain("hardlink", "copy", "sshd", "Apache", "statvfs", "md5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hardlink@openssh.com",
                "lsetstat@openssh.com",
                "copy-file",
                "copy-data",
                "md5-hash",
                "check-file-name",
                "space-available",
                "text-seek",
                "version-select",
                "statvfs@openssh.com",
                "home-directory",
                "expand-path@openssh.com",
                "users-groups-by-id@openssh.com",
                ""
            })
    void an_extension_that_was_not_offered_is_refused(String extension) throws IOException {
        greet(3);

        send(200, extension, "/inbound/a", "/inbound/b");

        assertThat(status()).isEqualTo(UNSUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 19, 20})
    void folders_and_links_are_refused(int type) throws IOException {
        greet(3);

        send(type, "/inbound/a", "/inbound/b");

        assertThat(status()).isEqualTo(DENIED);
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 22, 23, 99, 201, 255})
    void requests_of_later_versions_and_unknown_ones_are_refused(int type) throws IOException {
        greet(3);

        send(type, "/inbound/a", "/inbound/b");

        assertThat(status()).isEqualTo(UNSUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 8, 10, 12})
    void a_handle_that_was_never_given_opens_nothing(int type) throws IOException {
        greet(3);
        byte[] unknown = {0, 0, 0, 4, 9, 9, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1};

        packet(type, unknown);

        assertThat(status()).isIn(2, 4);
    }

    @Test
    void a_name_that_is_not_utf_8_is_refused() throws IOException {
        greet(3);
        byte[] name = "/inbound/a\u00e9".getBytes(StandardCharsets.ISO_8859_1);
        byte[] content = new byte[4 + name.length + 8];
        content[3] = (byte) name.length;
        System.arraycopy(name, 0, content, 4, name.length);
        content[4 + name.length + 3] = 0x1a; // write, create, truncate

        packet(3, content);

        assertThat(status()).isEqualTo(4);
        assertThat(test.home.inbound("AAA")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0, 1, 4})
    void a_packet_of_impossible_length_ends_this_channel_at_most(int length) throws IOException {
        greet(3);

        out.writeInt(length);
        out.write(new byte[64]);
        out.flush();

        assertThat(test.openSsh().sftp("AAA", test.aaa, "ls").out()).contains("inbound");
    }

    @Test
    void a_request_before_the_greeting_ends_the_channel() throws IOException {
        send(16, "/");

        assertThat(in.read()).isEqualTo(-1);
    }

    private String greet(int version) throws IOException {
        out.writeInt(5);
        out.writeByte(1);
        out.writeInt(version);
        out.flush();
        byte[] packet = in.readNBytes(in.readInt());
        assertThat(packet).startsWith(2, 0, 0, 0, 3);
        return new String(packet, 5, packet.length - 5, StandardCharsets.ISO_8859_1);
    }

    private void send(int type, String... texts) throws IOException {
        var content = new java.io.ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(content);
        for (String text : texts) {
            data.writeInt(text.length());
            data.writeBytes(text);
        }
        packet(type, content.toByteArray());
    }

    private void packet(int type, byte[] content) throws IOException {
        out.writeInt(5 + content.length);
        out.writeByte(type);
        out.writeInt(77);
        out.write(content);
        out.flush();
    }

    private int status() throws IOException {
        in.readInt();
        assertThat(in.readUnsignedByte()).isEqualTo(STATUS);
        assertThat(in.readInt()).isEqualTo(77);
        return in.readInt();
    }
}
