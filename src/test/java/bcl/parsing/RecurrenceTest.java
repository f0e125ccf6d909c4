package bcl.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecurrenceTest {
    /** As many as one slice grows to when it doubles. */
    private static final int MANY = 1024;

    @Test
    void keys_that_follow_each_other_are_spread_over_slices_and_each_is_told_by_one() throws IOException {
        try (Column keys = column(LongStream.rangeClosed(1, 500).flatMap(key -> LongStream.of(key, key)))) {
            Recurrence recurrence = new Recurrence(keys, 100);
            long[][] slices = new long[recurrence.slices()][];
            for (int slice = 0; slice < slices.length; slice++) {
                slices[slice] = recurrence.recurring(slice);
            }

            assertThat(List.of(slices))
                    .hasSize(11)
                    .allSatisfy(slice -> assertThat(slice).isSorted().hasSizeBetween(10, 100));
            assertThat(Arrays.stream(slices).flatMapToLong(Arrays::stream).sorted())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 500).boxed().toList());
        }
    }

    @Test
    void one_key_that_all_groups_share_fills_its_slice_and_is_told_once() throws IOException {
        try (Column keys = column(LongStream.generate(() -> 7).limit(MANY))) {
            Recurrence recurrence = new Recurrence(keys, 10);
            BitSet marked = new BitSet();
            int told = 0;
            for (int slice = 0; slice < recurrence.slices(); slice++) {
                told += recurrence.recurring(slice).length;
            }

            recurrence.mark(marked);

            assertThat(told).isEqualTo(1);
            assertThat(marked.cardinality()).isEqualTo(MANY);
        }
    }

    private static Column column(LongStream values) throws IOException {
        Column column = new Column();
        for (long value : values.toArray()) {
            column.add(value);
        }
        return column;
    }
}
