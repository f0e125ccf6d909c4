package bcl.reports;

import static bcl.testsupport.LedgerHome.accepted;
import static bcl.testsupport.LedgerHome.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.commands.DigestRequest;
import bcl.commands.ExitCode;
import bcl.commands.UsageException;
import bcl.commands.VerifyRequest;
import bcl.ledger.LedgerFile;
import bcl.night.StopRequest;
import bcl.shift.EvidenceDesk;
import bcl.startup.Program;
import bcl.testsupport.BclFiles;
import bcl.testsupport.Databases;
import bcl.testsupport.LedgerHome;
import bcl.testsupport.Sessions;
import bcl.wire.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyHandlerTest {
    @TempDir
    Path folder;

    @TempDir
    Path sender;

    private LedgerHome home;
    private Sessions sessions;
    private Path answer;
    private String digest;

    @BeforeEach
    void open() throws IOException {
        home = new LedgerHome(Databases.H2.fresh(), folder);
        LedgerFile file = home.answered(
                "XYZ", "XYZ01.PN000042.BCL", BclFiles.WORKED, accepted(), accepted(), rejected(Reason.MPR00002, 4));
        answer = Files.copy(home.answerOf(file), sender.resolve("XYZ01.PN000001.BCR"));
        digest = digest();
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void an_answer_as_it_was_given_is_proved_by_the_digest_of_its_day_and_by_every_later_one() throws IOException {
        assertThat(verify(digest, false)).isEqualTo(ExitCode.DONE);
        assertThat(sessions.out())
                .contains(
                        "It is XYZ01.PN000001.BCR, the answer to file 1 (XYZ01.PN000042.BCL)", "byte for byte: 8 lines")
                .contains(
                        "The digest that you gave is that of seal 1 of the day 2023-03-01: it stands for this answer too")
                .endsWith("Proved." + System.lineSeparator());

        home.clock().advance(Duration.ofDays(1));
        home.answered("XYZ", "XYZ01.PN000043.BCL", BclFiles.enquiries(43, 0, 1), accepted());
        String later = digest();

        assertThat(verify(later, false)).isEqualTo(ExitCode.DONE);
        assertThat(sessions.out()).contains("The chain goes on to seal 2 of the day 2023-03-02, digest " + later);
    }

    @Test
    void a_digest_of_before_or_of_elsewhere_proves_nothing() throws IOException {
        LedgerFile second = home.answered("XYZ", "XYZ01.PN000043.BCL", BclFiles.enquiries(43, 0, 1), accepted());
        digest();
        answer = Files.copy(home.answerOf(second), sender.resolve("XYZ01.PN000002.BCR"));

        assertThat(verify(digest, false)).isEqualTo(ExitCode.FAILED);
        assertThat(sessions.out()).contains("before this answer was sealed", "Not proved.");
        assertThat(verify("ab".repeat(32), false)).isEqualTo(ExitCode.FAILED);
        assertThat(sessions.out()).contains("No seal of this home has the digest that you gave");
    }

    @Test
    void a_line_that_was_changed_is_named() throws IOException {
        Files.writeString(answer, Files.readString(answer).replace("\"SHP-0002\"", "\"SHP-0009\""));

        assertThat(verify(null, false)).isEqualTo(ExitCode.FAILED);
        assertThat(sessions.out()).contains("Not in XYZ01.PN000001.BCR", ": line 4", "Not proved.");
    }

    @Test
    void single_lines_are_proved_if_that_is_what_is_asked() throws IOException {
        Files.writeString(answer, Files.readAllLines(answer).get(2) + "\n");

        assertThat(verify(digest, true)).isEqualTo(ExitCode.DONE);
        assertThat(sessions.out()).contains("Each of its 1 lines is a line of XYZ01.PN000001.BCR", "Proved.");
        assertThat(verify(digest, false)).isEqualTo(ExitCode.FAILED);
        assertThat(sessions.out()).contains("7 lines are missing");
    }

    @Test
    void what_was_changed_by_sql_since_is_told_with_line_and_next_step() {
        home.jdbc().update("update contact_event set at = at + interval '1' second where crn = 5000000002");
        home.jdbc().update("update outcome set findings = '9.4.MPR00003=L01;' where line = 9");

        assertThat(verify(digest, false)).isEqualTo(ExitCode.FAILED);
        assertThat(sessions.out())
                .contains("file 1, line 7: contact 5000000002 or its first event was changed since it was sealed")
                .contains("made again, its answer XYZ01.PN000001.BCR has other bytes than were recorded for it")
                .contains("What to do: ", "Not proved.");
    }

    @Test
    void an_answer_that_was_not_sealed_yet_or_never_given_is_not_proved() throws IOException {
        LedgerFile second = home.answered("XYZ", "XYZ01.PN000043.BCL", BclFiles.enquiries(43, 0, 1), accepted());
        answer = Files.copy(home.answerOf(second), sender.resolve("XYZ01.PN000002.BCR"));
        assertThat(verify(null, false)).isEqualTo(ExitCode.FAILED);
        assertThat(sessions.out()).contains("It was not sealed yet");

        answer = Files.writeString(sender.resolve("XYZ01.PN000099.BCR"), "x");
        assertThat(verify(null, false)).isEqualTo(ExitCode.FAILED);
        assertThat(sessions.out()).contains("No answer of the name XYZ01.PN000099.BCR");
    }

    @Test
    void a_written_proof_proves_the_answer_without_the_home_by_every_digest_of_that_day_and_later() throws IOException {
        home.clock().advance(Duration.ofDays(1));
        home.answered("XYZ", "XYZ01.PN000043.BCL", BclFiles.enquiries(43, 0, 1), accepted());
        String later = digest();
        assertThat(verify(null, false, true)).isEqualTo(ExitCode.DONE);
        Path proof = Files.writeString(sender.resolve("proof"), sessions.out());

        assertThat(check(proof, digest)).isEqualTo(ExitCode.DONE);
        assertThat(sessions.out())
                .contains("The proof is about XYZ01.PN000001.BCR, the answer to XYZ01.PN000042.BCL of ")
                .contains("is that answer, byte for byte", "seal 1 of the day 2023-03-01", "Proved.");
        assertThat(check(proof, later)).isEqualTo(ExitCode.DONE);
        assertThat(sessions.out()).contains("seal 2 of the day 2023-03-02");
        assertThat(check(proof, "ab".repeat(32))).isEqualTo(ExitCode.FAILED);
        assertThat(sessions.out()).contains("does not lead to the digest", "Not proved.");

        Files.writeString(answer, Files.readString(answer).replace("SHP-0002", "SHP-0009"));
        assertThat(check(proof, digest)).isEqualTo(ExitCode.FAILED);
        assertThat(sessions.out()).contains("has other bytes than that answer");
        assertThat(verify(null, false, true)).isEqualTo(ExitCode.FAILED);
        assertThat(sessions.out()).as("no proof of what is not proved").isEmpty();
    }

    @Test
    void what_is_no_proof_proves_nothing_and_says_why() throws IOException {
        Path text = Files.writeString(sender.resolve("proof"), "BCL proof 1\nanswer 01\n");

        assertThat(check(text, digest)).isEqualTo(ExitCode.FAILED);
        assertThat(sessions.out()).contains("is no proof: ", "cut off", "Not proved.");
        assertThat(check(sender.resolve("nowhere"), digest)).isEqualTo(ExitCode.USAGE);
    }

    private ExitCode check(Path proof, String given) {
        sessions = new Sessions(folder);
        Program program = new Program(
                settings -> {
                    throw new AssertionError("a proof needs no engine");
                },
                (request, session) -> ExitCode.USAGE,
                () -> {});
        return program.run(
                List.of("verify", answer.toString(), "--proof", proof.toString(), "--digest", given),
                sessions.session());
    }

    @Test
    void a_file_that_cannot_be_read_is_wrong_usage() {
        answer = sender.resolve("nowhere");

        assertThatThrownBy(() -> verify(null, false)).isInstanceOf(UsageException.class);
    }

    @Test
    void a_day_has_its_digest_and_one_on_which_nothing_was_sealed_has_none() {
        sessions = new Sessions(folder);
        DigestHandler handler = new DigestHandler(desk());

        assertThat(handler.handle(
                        new DigestRequest(
                                folder,
                                LedgerHome.START
                                        .atZone(java.time.ZoneOffset.UTC)
                                        .toLocalDate()),
                        sessions.session()))
                .isEqualTo(ExitCode.DONE);
        assertThat(sessions.out()).startsWith(digest + System.lineSeparator());
        assertThatThrownBy(() -> handler.handle(
                        new DigestRequest(folder, java.time.LocalDate.of(2020, 1, 1)), sessions.session()))
                .isInstanceOf(UsageException.class);
    }

    private ExitCode verify(@Nullable String given, boolean lines) {
        return verify(given, lines, false);
    }

    private ExitCode verify(@Nullable String given, boolean lines, boolean written) {
        sessions = new Sessions(folder);
        return new VerifyHandler(
                        home.home(),
                        home.jdbc(),
                        home.files(),
                        home.outcomes(),
                        home.database().transactionManager())
                .handle(new VerifyRequest(folder, answer, given, lines, written), sessions.session());
    }

    private String digest() throws IOException {
        return desk().seal(() -> !new StopRequest().isRequested()).orElseThrow().hex();
    }

    private EvidenceDesk desk() {
        return new EvidenceDesk(home.home(), home.jdbc(), home.database().transactions(), home.clock());
    }
}
