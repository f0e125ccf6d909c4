package bcl.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A meter point among many, each time another: what it costs is misses of the processor's cache. */
@State(Scope.Benchmark)
public class LookUpBenchmark {
    private static final int ASKED = 1 << 20;

    @Param({"5000000", "25000000"})
    public int points;

    private final long[] asked = new long[ASKED];
    private Path file;
    private SnapshotIndex index;
    private int next;

    @Setup
    public void build() throws IOException {
        file = Files.createTempDirectory("look-up").resolve("index");
        long step = PackedPoint.MPRN_LIMIT / points;
        Random random = new Random(1);
        try (IndexWriter writer = new IndexWriter(file, points, IndexHeader.DEFAULT_PIECE_BITS)) {
            byte[] serial = "M000012345".getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < points; i++) {
                long mprn = i * step + random.nextInt((int) step);
                writer.add(mprn, PackedPoint.pack(mprn, 1, 2, 0, 4, false, serial.length), serial);
                asked[random.nextInt(ASKED)] = mprn;
            }
            writer.finish(LocalDate.of(2025, 1, 6), "0".repeat(64));
        }
        index = SnapshotIndex.open(file);
    }

    @Benchmark
    public Object lookUp() {
        next = (next + 1) & (ASKED - 1);
        return index.find(asked[next]);
    }

    @TearDown
    public void remove() throws IOException {
        Files.delete(file);
        Files.delete(file.getParent());
    }
}
