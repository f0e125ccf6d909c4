package bcl.evidence;

import java.util.ArrayDeque;
import java.util.Deque;

/** The tree of RFC 6962, section 2.1, over leaves that come one by one; memory is the logarithm of their number. */
final class MerkleTree {
    private final Sha256 sha256;
    private final Deque<Subtree> subtrees = new ArrayDeque<>();
    private long leaves;

    /** A complete one; those that are kept grow smaller from the first to the last. */
    private record Subtree(int height, Hash root) {}

    MerkleTree(Sha256 sha256) {
        this.sha256 = sha256;
    }

    void add(Hash leaf) {
        Subtree last = new Subtree(0, leaf);
        while (!subtrees.isEmpty() && subtrees.getLast().height() == last.height()) {
            last = new Subtree(
                    last.height() + 1, sha256.node(subtrees.removeLast().root(), last.root()));
        }
        subtrees.addLast(last);
        leaves++;
    }

    long leaves() {
        return leaves;
    }

    /** @throws IllegalStateException if there is no leaf */
    Hash root() {
        if (subtrees.isEmpty()) {
            throw new IllegalStateException("a tree without leaves proves nothing");
        }
        var smallestFirst = subtrees.descendingIterator();
        Hash root = smallestFirst.next().root();
        while (smallestFirst.hasNext()) {
            root = sha256.node(smallestFirst.next().root(), root);
        }
        return root;
    }
}
