package bcl.reference;

import static bcl.reference.ReferenceFiles.DATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.wire.MeterPoint;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotIndexTest {
    private static final String DIGEST = "ab".repeat(32);
    private static final String[] CODES = {"XYZ", "A00", "ZZZ", "B7C", "Q9Q"};

    @TempDir
    private Path folder;

    @Test
    void a_million_points_in_any_order_are_found_as_they_were_written() throws IOException {
        Map<Long, MeterPoint> expected = new HashMap<>();
        Random random = new Random(20230228);
        Path csv = folder.resolve(SnapshotFile.name(DATE));
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write(ReferenceFiles.POINTS);
            while (expected.size() < 1_000_000) {
                MeterPoint point = point(scattered(random), random);
                if (expected.putIfAbsent(point.mprn(), point) == null) {
                    out.write(line(point));
                }
            }
        }

        Path index = folder.resolve("index");
        Attempt<Long> built = SnapshotFile.build(SourceFile.look(csv), DATE, 0, index);

        assertThat(built).isEqualTo(Attempt.done(1_000_000L));
        SnapshotIndex points = SnapshotIndex.open(index);
        assertThat(expected.values()).allMatch(point -> point.equals(points.find(point.mprn())));
        assertThat(random.longs(1_000_000, -10, 10_000_000_010L))
                .allMatch(mprn -> java.util.Objects.equals(expected.get(mprn), points.find(mprn)));
    }

    /** Buckets that are full, empty, or full at one end, in many small runs and many small pieces of the mapping. */
    @ParameterizedTest
    @ValueSource(ints = {1, 14, 15, 16, 30, 31, 5000, 70_000})
    void dense_and_uneven_numbers_are_found_over_the_borders_of_runs_blocks_and_pieces(int count) throws IOException {
        TreeMap<Long, MeterPoint> expected = new TreeMap<>();
        Random random = new Random(count);
        for (int i = 0; i < count; i++) {
            long mprn = i % 3 == 0 ? 65_530 + i : 9_999_999_999L - (long) i * (i % 7);
            expected.put(mprn, point(mprn, random));
        }

        SnapshotIndex points = SnapshotIndex.open(indexOf(expected, Math.max(1, count / 20), 12));

        assertThat(expected.values()).allMatch(point -> point.equals(points.find(point.mprn())));
        assertThat(expected.keySet())
                .allMatch(mprn -> expected.containsKey(mprn + 1) || points.find(mprn + 1) == null)
                .allMatch(mprn -> expected.containsKey(mprn - 1) || points.find(mprn - 1) == null);
    }

    @Test
    void several_threads_find_the_same() throws IOException {
        TreeMap<Long, MeterPoint> expected = new TreeMap<>();
        Random random = new Random(7);
        IntStream.range(0, 10_000).forEach(i -> expected.computeIfAbsent(scattered(random), m -> point(m, random)));
        SnapshotIndex points = SnapshotIndex.open(indexOf(expected, 1000, 20));
        AtomicInteger found = new AtomicInteger();

        IntStream.range(0, 8)
                .parallel()
                .forEach(thread -> expected.values().forEach(point -> {
                    if (point.equals(points.find(point.mprn()))) {
                        found.incrementAndGet();
                    }
                }));

        assertThat(found).hasValue(8 * expected.size());
    }

    @Test
    void an_index_can_be_used_after_its_file_was_deleted() throws IOException {
        Path index = indexOf(new TreeMap<>(Map.of(141108L, point(141108, new Random(1)))), 10, 30);
        SnapshotIndex points = SnapshotIndex.open(index);

        Files.delete(index);

        assertThat(points.find(141108)).isNotNull();
    }

    @Test
    void any_changed_byte_and_any_lost_end_is_noticed() throws IOException {
        TreeMap<Long, MeterPoint> expected = new TreeMap<>();
        Random random = new Random(3);
        IntStream.range(0, 100).forEach(i -> expected.computeIfAbsent(scattered(random), m -> point(m, random)));
        Path index = indexOf(expected, 10, 30);
        long rows = IndexHeader.rowsStart();

        for (long at : new long[] {0, 9, 20, 40, 90, IndexHeader.LENGTH + 5, rows + 3, Files.size(index) - 1}) {
            flip(index, at);
            assertThatThrownBy(() -> SnapshotIndex.open(index)).isInstanceOf(IndexDamaged.class);
            flip(index, at);
        }
        assertThat(SnapshotIndex.open(index).header().rows()).isEqualTo(expected.size());
        for (long length : new long[] {Files.size(index) - 1, rows, 100, 0}) {
            try (FileChannel channel = FileChannel.open(index, StandardOpenOption.WRITE)) {
                channel.truncate(length);
            }
            assertThatThrownBy(() -> SnapshotIndex.open(index)).isInstanceOf(IndexDamaged.class);
        }
    }

    private static void flip(Path file, long at) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ 1)).flip();
            channel.write(one, at);
        }
    }

    private Path indexOf(TreeMap<Long, MeterPoint> points, int runRows, int pieceBits) throws IOException {
        Path index = folder.resolve("index-" + pieceBits);
        try (RunSorter sorter = new RunSorter(folder.resolve("runs"), runRows)) {
            long line = 1;
            for (MeterPoint point : points.descendingMap().values()) {
                byte[] serial =
                        point.serial() == null ? new byte[0] : point.serial().getBytes(StandardCharsets.UTF_8);
                sorter.add(point.mprn(), ++line, packed(point, serial.length), serial);
            }
            RunMerge merge = sorter.merge();
            try (IndexWriter writer = new IndexWriter(index, sorter.total(), pieceBits)) {
                for (Run run = merge.next(); run != null; run = merge.next()) {
                    writer.add(run.mprn(), run.packed(), run.serial());
                }
                writer.finish(DATE, DIGEST);
            }
        }
        return index;
    }

    private static long packed(MeterPoint point, int serialLength) {
        return PackedPoint.pack(
                point.mprn(),
                ShortCodes.number(point.shipper()),
                ShortCodes.number(point.network()),
                PackedPoint.STATUSES.indexOf(point.status()),
                point.meterClass(),
                point.lowAq(),
                serialLength);
    }

    /** Most numbers lie close together, as real ones do. */
    private static long scattered(Random random) {
        long base = random.nextInt(4) * 2_500_000_000L;
        return base + 1 + (random.nextBoolean() ? random.nextInt(3_000_000) : random.nextInt(2_000_000_000));
    }

    private static MeterPoint point(long mprn, Random random) {
        String serial =
                random.nextInt(5) == 0 ? null : "G4A/-".substring(random.nextInt(5)) + random.nextInt(1_000_000_000);
        return new MeterPoint(
                mprn,
                random.nextInt(10) == 0 ? "" : CODES[random.nextInt(CODES.length)],
                CODES[random.nextInt(CODES.length)],
                PackedPoint.STATUSES.get(random.nextInt(6)),
                1 + random.nextInt(4),
                random.nextBoolean(),
                serial);
    }

    private static String line(MeterPoint point) {
        return point.mprn() + "," + point.shipper() + "," + point.network() + "," + point.status() + ","
                + point.meterClass() + ",D," + (point.lowAq() ? 73_199 : 73_200) + ","
                + (point.serial() == null ? "" : point.serial()) + "\n";
    }
}
