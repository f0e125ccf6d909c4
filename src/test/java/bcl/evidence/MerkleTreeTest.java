package bcl.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {
    private final Sha256 sha256 = new Sha256();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 100, 1000})
    void its_root_is_the_one_that_rfc_6962_defines(int size) throws NoSuchAlgorithmException {
        MerkleTree tree = new MerkleTree(sha256);
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            byte[] leaf = hash(new byte[] {0}, ("entry " + i).getBytes(StandardCharsets.UTF_8));
            leaves.add(leaf);
            tree.add(Hash.of(leaf));
        }

        assertThat(tree.root().bytes()).isEqualTo(defined(leaves));
        assertThat(tree.leaves()).isEqualTo(size);
    }

    @Test
    void a_known_tree_has_its_known_root() throws NoSuchAlgorithmException {
        MerkleTree tree = new MerkleTree(sha256);
        for (String leaf : List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657")) {
            tree.add(Hash.of(hash(new byte[] {0}, HexFormat.of().parseHex(leaf))));
        }

        // From the test vectors of the reference implementation of certificate transparency.
        assertThat(tree.root().toString())
                .isEqualTo("ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c");
    }

    @Test
    void a_tree_without_leaves_has_no_root() {
        assertThatThrownBy(new MerkleTree(sha256)::root).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void no_two_lists_of_values_have_the_same_bytes() {
        Hash one = sha256.leaf(new Canonical().begin("event").text("ab").text("c"));
        Hash other = sha256.leaf(new Canonical().begin("event").text("a").text("bc"));
        Hash none = sha256.leaf(new Canonical().begin("event").text(null).text("bc"));
        Hash empty = sha256.leaf(new Canonical().begin("event").text("").text("bc"));

        assertThat(List.of(one, other, none, empty)).doesNotHaveDuplicates();
    }

    /** Section 2.1, as it is written there. */
    private static byte[] defined(List<byte[]> leaves) throws NoSuchAlgorithmException {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = 1;
        while (2 * k < leaves.size()) {
            k *= 2;
        }
        return hash(new byte[] {1}, defined(leaves.subList(0, k)), defined(leaves.subList(k, leaves.size())));
    }

    private static byte[] hash(byte[]... parts) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Arrays.stream(parts).forEach(digest::update);
        return digest.digest();
    }
}
