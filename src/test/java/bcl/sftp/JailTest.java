package bcl.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import bcl.intake.HomeFolders;
import bcl.sftp.SftpEvent.Kind;
import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** There is no way out of an organisation's folder (faults 86). */
class JailTest {
    private static final String SECRET = "nobody else's business";

    private TestServer test;
    private ChannelSftp client;

    @BeforeEach
    void start() throws Exception {
        test = TestServer.start();
        HomeFolders.organisation(test.home, "AAA");
        HomeFolders.organisation(test.home, "BBB");
        Files.writeString(test.home.inbound("BBB").resolve("BBB01.PN000001.BCL"), SECRET);
        Files.writeString(test.home.root().resolve("secret"), SECRET);
        client = test.jsch("AAA", test.aaa).sftp();
    }

    @AfterEach
    void stop() {
        test.close();
    }

    static Stream<String> waysOut() {
        return Stream.of(
                "/secret",
                "../secret",
                "../../secret",
                "/../../secret",
                "inbound/../../../secret",
                "/inbound/../../../../../../secret",
                "/./../secret",
                "//../..//secret",
                "/inbound/./.././../secret",
                "../BBB/inbound/BBB01.PN000001.BCL",
                "/BBB/inbound/BBB01.PN000001.BCL",
                "/outbound/../../BBB/inbound/BBB01.PN000001.BCL",
                "/inbound/sub/file",
                "/.taken/file",
                "../.taken/file",
                "../../keys/AAA.pub",
                "../../keys/host_ed25519",
                "/etc/passwd",
                "/inbound/../../../../../../../../etc/passwd");
    }

    @ParameterizedTest
    @MethodSource("waysOut")
    void a_path_leads_nowhere_else_whatever_is_done_with_it(String path) throws Exception {
        List<String> before = everything();
        client.put(Jsch.bytes("own"), "/inbound/own");

        refused(() -> client.get(path));
        refused(() -> client.put(Jsch.bytes("x"), path));
        refused(() -> client.lstat(path));
        refused(() -> client.rm(path));
        refused(() -> client.rename("/inbound/own", path));
        refused(() -> client.rename(path, "/inbound/stolen"));
        refused(() -> client.chmod(0777, path));

        assertThat(client.ls("/inbound").stream().map(ChannelSftp.LsEntry::getFilename))
                .containsExactlyInAnyOrder(".", "..", "own");
        client.rm("/inbound/own");
        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/inbound/a",
                "inbound/a",
                "./inbound/a",
                "/inbound//a",
                "/inbound/./a",
                "/outbound/../inbound/a",
                "/../inbound/a",
                "../../inbound/a"
            })
    void odd_ways_to_its_own_files_work(String path) throws Exception {
        client.put(Jsch.bytes("x"), path);

        assertThat(test.inbound("a")).hasContent("x");
    }

    @Test
    void the_path_of_the_machine_is_shown_nowhere() throws Exception {
        assertThat(client.realpath("..")).isEqualTo("/");
        assertThat(client.realpath("inbound/../../x")).isEqualTo("/x");
        assertThatThrownBy(() -> client.lstat("/inbound/none"))
                .asInstanceOf(type(SftpException.class))
                .satisfies(
                        e -> assertThat(e.getMessage()).endsWith("No such file").doesNotContain("inbound"));
        assertThat(client.ls("/").toString()).doesNotContain("root");
    }

    @Test
    void no_links_and_no_folders_can_be_made() throws Exception {
        client.put(Jsch.bytes("own"), "/inbound/own");

        refused(() -> client.symlink("../../../secret", "/inbound/link"));
        refused(() -> client.symlink("/inbound/own", "/inbound/link"));
        refused(() -> client.hardlink("/inbound/own", "/inbound/link"));
        refused(() -> client.mkdir("/inbound/sub"));
        refused(() -> client.mkdir("/sub"));
        refused(() -> client.rmdir("/inbound"));
        refused(() -> client.rm("/inbound"));
        refused(() -> client.rename("/inbound", "/inbound/own"));
        refused(() -> client.rename("/outbound", "/inbound"));
        refused(() -> client.readlink("/inbound/own"));
        refused(() -> client.chown(0, "/inbound/own"));

        assertThat(test.told(Kind.REFUSED))
                .anyMatch(told -> told.startsWith("AAA: making a link"))
                .anyMatch(told -> told.startsWith("AAA: making a folder"));
    }

    @Test
    void a_link_that_somebody_put_there_is_not_shown_and_not_followed() throws Exception {
        Path target = test.home.root().resolve("secret");
        Files.createSymbolicLink(test.inbound("link"), target);
        Files.createSymbolicLink(test.outbound("link"), target);
        Files.createDirectory(test.inbound("sub"));

        assertThat(client.ls("/inbound")).hasSize(2);
        for (String link : List.of("/inbound/link", "/outbound/link", "/inbound/sub", "/inbound/sub/file")) {
            refused(() -> client.get(link));
            refused(() -> client.stat(link));
            refused(() -> client.put(Jsch.bytes("x"), link));
            refused(() -> client.put(Jsch.bytes("x"), link, ChannelSftp.APPEND));
            refused(() -> client.rm(link));
            refused(() -> client.ls(link));
            refused(() -> client.rename(link, "/inbound/own"));
        }
        assertThat(target).hasContent(SECRET);
        assertThat(test.inbound("link")).isSymbolicLink();
    }

    @Test
    void a_folder_that_became_a_link_is_used_no_more_and_the_operators_are_told() throws Exception {
        Files.delete(test.home.inbound("AAA"));
        Files.createSymbolicLink(test.home.inbound("AAA"), test.home.inbound("BBB"));

        refused(() -> client.get("/inbound/BBB01.PN000001.BCL"));
        refused(() -> client.put(Jsch.bytes("x"), "/inbound/x"));

        assertThat(test.openSsh().sftp("AAA", test.aaa, "ls inbound").out()).doesNotContain("BBB01");
        assertThat(test.told(Kind.FAILED)).singleElement().asString().contains("is no folder");
    }

    @Test
    void names_that_no_file_should_have_are_refused_with_a_reason() {
        for (String name : List.of("a\0b", "a\nb", "a\rb", "a\u001bb", "a\u007fb", "a\u0085b", "a\u2028b")) {
            assertThatThrownBy(() -> client.put(Jsch.bytes("x"), "/inbound/" + name))
                    .hasMessageContaining("control character");
        }
        assertThatThrownBy(() -> client.put(Jsch.bytes("x"), "/inbound/" + "a".repeat(256)))
                .hasMessageContaining("longer than 255 bytes");
        assertThatThrownBy(() -> client.put(Jsch.bytes("x"), "/inbound/" + "é".repeat(128)))
                .hasMessageContaining("longer than 255 bytes");
    }

    @Test
    void names_that_are_only_strange_are_stored() throws Exception {
        for (String name : List.of("a b", "AAA01.PN000001.BCL.filepart", ".hidden", "-rf", "\\\\..\\\\x", "c:x")) {
            client.put(Jsch.bytes("x"), "/inbound/" + name);
        }
        assertThat(client.ls("/inbound")).hasSize(2 + 6);
    }

    @Test
    void openssh_finds_no_way_out_either() {
        OpenSsh.Said said = test.openSsh()
                .sftp(
                        "AAA",
                        test.aaa,
                        "-get ../BBB/inbound/BBB01.PN000001.BCL stolen",
                        "-get /../../secret stolen",
                        "-ln -s /etc/passwd inbound/link",
                        "-ln inbound/a inbound/b",
                        "-mkdir inbound/sub",
                        "-put known_hosts ../../keys/CCC.pub",
                        "cd ..",
                        "cd ..",
                        "pwd");

        assertThat(said.out()).contains("Remote working directory: /\n");
        assertThat(Files.exists(test.key("stolen"))).isFalse();
        assertThat(Files.exists(test.home.keys().resolve("CCC.pub"))).isFalse();
    }

    private static void refused(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(SftpException.class);
    }

    /** Every path of the home with its content, but for the own folder's. */
    private List<String> everything() throws IOException {
        try (Stream<Path> paths = Files.walk(test.home.root(), new FileVisitOption[0])) {
            return paths.map(path -> path + " " + (Files.isRegularFile(path) ? content(path) : ""))
                    .sorted()
                    .toList();
        }
    }

    private static String content(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
