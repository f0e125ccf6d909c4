package bcl.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.testsupport.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerProofTest {
    private static final Instant AT = Instant.parse("2026-11-22T03:00:00.123456Z");

    private final Sha256 sha256 = new Sha256();

    @TempDir
    Path folder;

    @Test
    void from_each_leaf_of_each_tree_a_path_leads_to_its_root_and_from_no_other() {
        for (int size = 1; size <= 33; size++) {
            List<Hash> leaves = leaves(size);
            MerkleTree tree = new MerkleTree(sha256);
            leaves.forEach(tree::add);
            for (int i = 0; i < size; i++) {
                MerklePath path =
                        MerklePath.read(MerklePath.of(sha256, leaves, i).text());

                assertThat(path.root(sha256, leaves.get(i))).isEqualTo(tree.root());
                assertThat(path.root(sha256, leaves.get((i + 1) % size)).equals(tree.root()))
                        .isEqualTo(size == 1);
            }
        }
    }

    @Test
    void it_holds_as_it_was_written_and_with_no_digit_changed() throws IOException {
        Path answer = Files.writeString(folder.resolve("answer"), "the answer");
        AnswerProof proof = proof(answer);
        List<String> lines = proof.lines();
        String digest = last(proof);

        assertThat(AnswerProof.read(lines).lines()).isEqualTo(lines);
        assertThat(AnswerProof.read(lines).leadsTo(digest)).isPresent();
        assertThat(AnswerProof.read(lines).isOf(answer)).isTrue();
        assertThat(AnswerProof.read(lines).isOf(Files.writeString(folder.resolve("other"), "the Answer")))
                .isFalse();
        int changed = 0;
        for (int line = 1; line < lines.size(); line++) {
            for (int place = lines.get(line).indexOf(' ') + 1;
                    place < lines.get(line).length();
                    place++) {
                char old = lines.get(line).charAt(place);
                if (Character.digit(old, 16) >= 0) {
                    List<String> other = new ArrayList<>(lines);
                    other.set(line, replace(lines.get(line), place, old == '1' ? '2' : '1'));
                    assertThat(leads(other, digest)).as(other.get(line)).isFalse();
                    changed++;
                }
            }
        }
        assertThat(changed).isGreaterThan(1000);
    }

    @Test
    void lines_that_are_none_of_a_proof_are_refused() throws IOException {
        List<String> lines =
                proof(Files.writeString(folder.resolve("answer"), "x")).lines();

        assertThatThrownBy(() -> AnswerProof.read(List.of())).hasMessageContaining("does not begin");
        assertThatThrownBy(() -> AnswerProof.read(lines.subList(0, 5))).hasMessageContaining("cut off");
        List<String> swapped = new ArrayList<>(lines);
        swapped.set(1, lines.get(2));
        assertThatThrownBy(() -> AnswerProof.read(swapped))
                .hasMessageContaining("line 2 does not begin with \"answer\"");
        List<String> noDay = new ArrayList<>(lines);
        noDay.set(5, lines.get(5).replace("2026-11-22", "2026-13-22"));
        assertThatThrownBy(() -> AnswerProof.read(noDay)).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean leads(List<String> lines, String digest) {
        try {
            return AnswerProof.read(lines).leadsTo(digest).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String replace(String line, int place, char with) {
        return line.substring(0, place) + with + line.substring(place + 1);
    }

    /** Of the fifth of 13 entries, in the second of three segments, with two seals after its own. */
    private AnswerProof proof(Path answer) throws IOException {
        Canonical content = new Canonical().begin("answer");
        for (int i = 1; i < 23; i++) {
            content.text(i == 9 ? null : "value " + i);
        }
        content.number(1_700_000_000_000_000L)
                .text(Bytes.sha256(Files.readAllBytes(answer)))
                .number(Files.size(answer));
        byte[] written = java.util.Arrays.copyOf(content.bytes(), content.length());
        List<Hash> entries = leaves(13);
        entries.set(4, sha256.leaf(content));
        MerklePath inSegment = MerklePath.of(sha256, entries, 4);
        List<Hash> segments = leaves(3);
        segments.set(1, SegmentEntries.leaf(sha256, 13, inSegment.root(sha256, entries.get(4))));
        MerklePath inSeal = MerklePath.of(sha256, segments, 1);
        List<Seal> seals = new ArrayList<>();
        Hash before = Seal.beforeTheFirst();
        for (int number = 7; number < 10; number++) {
            Hash root = number == 7
                    ? inSeal.root(sha256, segments.get(1))
                    : leaves(1).get(0);
            seals.add(Seal.make(sha256, number, LocalDate.of(2026, 11, 22), AT, 40, root, before));
            before = seals.get(seals.size() - 1).digest();
        }
        return new AnswerProof(SealedAnswer.of(written), 13, inSegment, inSeal, seals);
    }

    private String last(AnswerProof proof) {
        String line = proof.lines().get(proof.lines().size() - 1);
        String[] parts = line.substring("seal ".length()).split(" ", -1);
        return Seal.make(
                        sha256,
                        Long.parseLong(parts[0]),
                        LocalDate.parse(parts[1]),
                        AT,
                        Long.parseLong(parts[3]),
                        MerklePath.hash(parts[4]),
                        MerklePath.hash(parts[5]))
                .hex();
    }

    private List<Hash> leaves(int size) {
        return new ArrayList<>(IntStream.range(0, size)
                .mapToObj(i -> sha256.leaf(Canonical.of(("leaf " + i).getBytes(StandardCharsets.UTF_8))))
                .toList());
    }
}
