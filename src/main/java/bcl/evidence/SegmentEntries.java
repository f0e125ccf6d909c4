package bcl.evidence;

import bcl.evidence.Entry.Kind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The entries of a segment as one column: of each its kind, its key, its sequence and its hash. */
final class SegmentEntries {
    /** Most that lie in one: what is held in memory at a time. */
    static final int MOST = 8192;

    private static final int WIDTH = 1 + Long.BYTES + Integer.BYTES + Hash.LENGTH;

    private SegmentEntries() {}

    static byte[] encode(List<Entry> entries) {
        ByteBuffer bytes = ByteBuffer.allocate(entries.size() * WIDTH);
        for (Entry entry : entries) {
            bytes.put(entry.kind().code());
            bytes.putLong(entry.key());
            bytes.putInt(entry.sequence());
            bytes.put(entry.hash().bytes());
        }
        return bytes.array();
    }

    /** @throws IllegalArgumentException if these are not what was encoded */
    static List<Entry> decode(byte[] column) {
        if (column.length == 0 || column.length % WIDTH != 0) {
            throw new IllegalArgumentException("its entries have " + column.length + " bytes");
        }
        List<Entry> entries = new ArrayList<>(column.length / WIDTH);
        ByteBuffer bytes = ByteBuffer.wrap(column);
        while (bytes.hasRemaining()) {
            Kind kind = Kind.of(bytes.get());
            long key = bytes.getLong();
            int sequence = bytes.getInt();
            byte[] hash = new byte[Hash.LENGTH];
            bytes.get(hash);
            entries.add(new Entry(kind, key, sequence, Hash.of(hash)));
        }
        return entries;
    }

    /** What a seal hashes of a segment: the root over its entries, and how many they are. */
    static Hash leaf(Sha256 sha256, List<Entry> entries) {
        MerkleTree tree = new MerkleTree(sha256);
        entries.forEach(entry -> tree.add(entry.hash()));
        return leaf(sha256, entries.size(), tree.root());
    }

    static Hash leaf(Sha256 sha256, long entries, Hash root) {
        return sha256.leaf(new Canonical().begin("segment").number(entries).bytes(root.bytes()));
    }
}
