package bcl.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the drill would find if the engine lost or doubled something. */
class ComparisonTest {
    private static final String ANSWER = """
            "A00",1000,"BCR",20261122,"025913",1\r
            "L50","S0001.PN000001.BCL",1,20261122,"025908",20261122,"025913",2,2,0,0,20250106,"ab"\r
            "L51","AC","R1-0","MUR",6962785010,5000000025,"AACA",2\r
            "L51","AC","R1-1","RFA",3897586005,5000000026,"AACA",4\r
            "Z99",3\r
            """;

    @TempDir
    private Path disk;

    private AnswerBook wanted;

    @BeforeEach
    void readAsItShouldBe() throws IOException {
        wanted = AnswerBook.read(List.of(answer("wanted", "S0001.PN000001.BCR", ANSWER)));
    }

    @Test
    void other_crns_and_times_are_no_difference() throws IOException {
        Comparison comparison = comparedWith(ANSWER.replace("5000000025", "5000000125")
                .replace("20261122", "20261123")
                .replace("0259", "0401"));

        assertThat(comparison).isEqualTo(new Comparison(0, 0, List.of()));
    }

    @Test
    void an_answer_that_is_not_there_is_lost_with_its_contacts() {
        Comparison comparison = Comparison.of(wanted, new AnswerBook(new java.util.TreeMap<>(), List.of()));

        assertThat(comparison.lost()).isEqualTo(2);
        assertThat(comparison.doubled()).isZero();
        assertThat(comparison.faults()).containsExactly("The answer S0001.PN000001.BCR is missing");
    }

    @Test
    void a_contact_that_is_answered_twice_is_doubled() throws IOException {
        String line = ANSWER.lines().toList().get(2) + "\r\n";

        Comparison comparison = comparedWith(ANSWER.replace(line, line + line));

        assertThat(comparison.lost()).isZero();
        assertThat(comparison.doubled()).isEqualTo(1);
        assertThat(comparison.faults()).hasSize(1).allMatch(fault -> fault.endsWith("in line 4"));
    }

    @Test
    void another_outcome_is_a_loss_and_a_surplus() throws IOException {
        Comparison comparison = comparedWith(ANSWER.replace(
                "\"AC\",\"R1-1\",\"RFA\",3897586005,5000000026,\"AACA\"", "\"RJ\",\"R1-1\",\"RFA\",3897586005,,"));

        assertThat(comparison.lost()).isEqualTo(1);
        assertThat(comparison.doubled()).isEqualTo(1);
    }

    @Test
    void a_crn_of_two_contacts_and_two_crns_of_one_contact_are_found() throws IOException {
        AnswerBook twice = AnswerBook.read(List.of(
                answer("killed", "S0001.PN000001.BCR", ANSWER),
                answer(
                        "killed",
                        "S0001.PN000002.BCR",
                        ANSWER.replace("R1-0", "R2-0").replace("5000000026", "5000000099"))));

        assertThat(twice.doubled())
                .containsExactly(
                        "CRN 5000000025 was given to S00 \"R1-0\" and to S00 \"R2-0\"",
                        "Contact S00 \"R1-1\" was given the CRNs 5000000026 and 5000000099");
    }

    @Test
    void a_cut_answer_is_not_whole() {
        byte[] whole = ANSWER.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        List<Integer> cutAt = new ArrayList<>();
        for (int length = 0; length <= whole.length; length++) {
            if (OutboundWatch.isWhole(java.util.Arrays.copyOf(whole, length))) {
                cutAt.add(length);
            }
        }

        assertThat(cutAt).containsExactly(whole.length);
    }

    private Comparison comparedWith(String found) throws IOException {
        return Comparison.of(wanted, AnswerBook.read(List.of(answer("killed", "S0001.PN000001.BCR", found))));
    }

    private Path answer(String folder, String name, String text) throws IOException {
        return Files.writeString(Files.createDirectories(disk.resolve(folder)).resolve(name), text);
    }
}
