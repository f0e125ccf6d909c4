package bcl.evidence;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way from one leaf to the root of its tree (RFC 6962, section 2.1.1): the hashes that stand beside it, from below. */
record MerklePath(List<Step> steps) {
    private static final char LEFT = 'L';
    private static final char RIGHT = 'R';
    private static final String NOTHING = "-";

    MerklePath {
        steps = List.copyOf(steps);
    }

    /** @param left whether it stands on the left of what comes from below */
    record Step(boolean left, Hash hash) {}

    static MerklePath of(Sha256 sha256, List<Hash> leaves, int index) {
        List<Step> steps = new ArrayList<>();
        climb(sha256, leaves, index, steps);
        return new MerklePath(steps);
    }

    private static void climb(Sha256 sha256, List<Hash> leaves, int index, List<Step> steps) {
        if (leaves.size() == 1) {
            return;
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        List<Hash> before = leaves.subList(0, half);
        List<Hash> behind = leaves.subList(half, leaves.size());
        if (index < half) {
            climb(sha256, before, index, steps);
            steps.add(new Step(false, root(sha256, behind)));
        } else {
            climb(sha256, behind, index - half, steps);
            steps.add(new Step(true, root(sha256, before)));
        }
    }

    private static Hash root(Sha256 sha256, List<Hash> leaves) {
        MerkleTree tree = new MerkleTree(sha256);
        leaves.forEach(tree::add);
        return tree.root();
    }

    /** Where it leads from this leaf. */
    Hash root(Sha256 sha256, Hash leaf) {
        Hash root = leaf;
        for (Step step : steps) {
            root = step.left() ? sha256.node(step.hash(), root) : sha256.node(root, step.hash());
        }
        return root;
    }

    String text() {
        return steps.isEmpty()
                ? NOTHING
                : steps.stream()
                        .map(step -> (step.left() ? LEFT : RIGHT) + step.hash().toString())
                        .collect(Collectors.joining(" "));
    }

    /** @throws IllegalArgumentException if it is not as {@link #text()} writes it */
    static MerklePath read(String text) {
        return new MerklePath(
                NOTHING.equals(text)
                        ? List.of()
                        : Stream.of(text.split(" ", -1)).map(MerklePath::step).toList());
    }

    private static Step step(String text) {
        if (text.isEmpty() || (text.charAt(0) != LEFT && text.charAt(0) != RIGHT)) {
            throw new IllegalArgumentException("a step of a path begins with L or R");
        }
        return new Step(text.charAt(0) == LEFT, hash(text.substring(1)));
    }

    /** @throws IllegalArgumentException if these are not 64 hexadecimal digits */
    static Hash hash(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (bytes.length != Hash.LENGTH) {
            throw new IllegalArgumentException("a hash has 64 hexadecimal digits");
        }
        return Hash.of(bytes);
    }
}
