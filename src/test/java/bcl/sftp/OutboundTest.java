package bcl.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import java.io.InputStream;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An organisation reads its answers and removes them, and can change none (faults 89). */
class OutboundTest {
    private static final String NAME = "AAA01.PN000001.BCR";
    private static final String ANSWER = "\"A00\"\n".repeat(50_000);

    private TestServer test;

    @BeforeEach
    void start() throws Exception {
        test = TestServer.start();
        test.answer(NAME, ANSWER);
    }

    @AfterEach
    void stop() {
        test.close();
    }

    @Test
    void an_answer_that_was_read_whole_is_collected_and_stays() {
        OpenSsh.Said said = test.openSsh().sftp("AAA", test.aaa, "get outbound/" + NAME + " answer");

        assertThat(said.worked()).isTrue();
        assertThat(test.key("answer")).hasContent(ANSWER);
        assertThat(test.collected).containsExactly("AAA/" + NAME);
        assertThat(test.transfers).singleElement().satisfies(transfer -> {
            assertThat(transfer.kind() + " " + transfer.name()).isEqualTo("COLLECTED outbound/" + NAME);
            assertThat(transfer.organisation()).isEqualTo("AAA");
            assertThat(transfer.key()).isEqualTo(test.aaa.fingerprint());
            assertThat(transfer.source()).isEqualTo("127.0.0.1");
        });
        assertThat(test.outbound(NAME)).exists();
    }

    @Test
    void an_answer_that_was_removed_is_collected() {
        OpenSsh.Said said = test.openSsh().sftp("AAA", test.aaa, "rm outbound/" + NAME);

        assertThat(said.worked()).isTrue();
        assertThat(test.collected).containsExactly("AAA/" + NAME);
        assertThat(test.outbound(NAME)).doesNotExist();
    }

    @Test
    void an_answer_that_was_read_in_part_or_only_listed_is_not_collected() throws Exception {
        ChannelSftp client = test.jsch("AAA", test.aaa).sftp();
        client.ls("/outbound");
        client.lstat("/outbound/" + NAME);
        try (InputStream in = client.get("/outbound/" + NAME)) {
            assertThat(in.readNBytes(10)).hasSize(10);
        }
        client.get("/outbound/" + NAME, null, 100L).close();

        TestServer.until(() -> !test.transfers.isEmpty());
        assertThat(test.collected).isEmpty();
        assertThat(test.transfers).allSatisfy(read -> {
            assertThat(read.kind() + " " + read.name()).isEqualTo("READ outbound/" + NAME);
            assertThat(read.key()).isEqualTo(test.aaa.fingerprint());
        });
    }

    @Test
    void an_answer_that_is_read_on_after_a_break_is_collected_only_by_who_reads_all_of_it() throws Exception {
        ChannelSftp client = test.jsch("AAA", test.aaa).sftp();
        try (InputStream rest = client.get("/outbound/" + NAME, null, 1000L)) {
            assertThat(rest.readAllBytes()).hasSize(ANSWER.length() - 1000);
        }
        assertThat(test.collected).isEmpty();

        try (InputStream all = client.get("/outbound/" + NAME)) {
            assertThat(all.readAllBytes()).hasSize(ANSWER.length());
        }
        TestServer.until(() -> test.collected.equals(java.util.List.of("AAA/" + NAME)));
    }

    @Test
    void no_answer_can_be_changed_added_or_renamed() throws Exception {
        ChannelSftp client = test.jsch("AAA", test.aaa).sftp();
        client.put(Jsch.bytes("x"), "/inbound/x");

        assertDenied(() -> client.put(Jsch.bytes("x"), "/outbound/" + NAME));
        assertDenied(() -> client.put(Jsch.bytes("x"), "/outbound/" + NAME, ChannelSftp.APPEND));
        assertDenied(() -> client.put(Jsch.bytes("x"), "/outbound/new"));
        assertDenied(() -> client.rename("/outbound/" + NAME, "/outbound/other"));
        assertDenied(() -> client.rename("/outbound/" + NAME, "/inbound/other"));
        assertDenied(() -> client.rename("/inbound/x", "/outbound/" + NAME));
        assertDenied(() -> client.rename("/inbound/x", "/outbound/new"));

        assertThat(test.outbound(NAME)).hasContent(ANSWER);
        assertThat(test.collected).isEmpty();
    }

    @Test
    void an_answer_that_is_still_being_written_is_not_there_yet() throws Exception {
        String unfinished = "." + NAME + ".0123456789abcdef.tmp";
        test.answer(unfinished, "half");
        ChannelSftp client = test.jsch("AAA", test.aaa).sftp();

        assertThat(client.ls("/outbound").stream().map(ChannelSftp.LsEntry::getFilename))
                .containsExactlyInAnyOrder(".", "..", NAME);
        assertThatThrownBy(() -> client.get("/outbound/" + unfinished)).isInstanceOf(SftpException.class);
        assertThatThrownBy(() -> client.rm("/outbound/" + unfinished)).isInstanceOf(SftpException.class);
        assertThat(Files.exists(test.outbound(unfinished))).isTrue();
    }

    private static void assertDenied(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        SftpException.class, e -> assertThat(e.id).isEqualTo(ChannelSftp.SSH_FX_PERMISSION_DENIED));
    }
}
