package bcl.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class ColumnTest {
    private static final int MANY = 5 * (1 << 16) + 17;

    @Test
    void what_is_beyond_the_memory_is_read_back_in_any_order() throws IOException {
        try (Column column = new Column(2)) {
            for (int i = 0; i < MANY; i++) {
                column.add(number(i));
            }

            assertThat(column.count()).isEqualTo(MANY);
            for (int i = 0; i < MANY; i++) {
                assertThat(column.get(i)).isEqualTo(number(i));
            }
            for (int i = MANY - 1; i >= 0; i -= 1000) {
                assertThat(column.get(i)).isEqualTo(number(i));
            }
        }
    }

    @Test
    void a_column_that_ends_with_a_block_is_whole() throws IOException {
        try (Column column = new Column(0)) {
            for (int i = 0; i < 1 << 16; i++) {
                column.add(number(i));
            }

            assertThat(column.get(0)).isEqualTo(number(0));
            assertThat(column.get((1 << 16) - 1)).isEqualTo(number((1 << 16) - 1));
        }
    }

    @Test
    void what_is_not_kept_in_memory_goes_when_the_column_is_closed() throws IOException {
        Column column = new Column(0);
        for (int i = 0; i <= 1 << 16; i++) {
            column.add(number(i));
        }

        column.close();

        assertThatThrownBy(() -> column.get(0)).isInstanceOf(ClosedChannelException.class);
        assertThat(column.get(1 << 16)).isEqualTo(number(1 << 16));
    }

    @Test
    void keys_that_recur_are_the_same_in_one_slice_and_in_many() throws IOException {
        try (Column column = new Column(1)) {
            BitSet expected = new BitSet();
            for (int i = 0; i < MANY; i++) {
                boolean again = i % 1000 == 7;
                column.add(again ? i / 3000 + 1 : i % 5 == 0 ? 0 : number(i));
                if (again) {
                    expected.set(i);
                }
            }
            BitSet whole = new BitSet();
            BitSet sliced = new BitSet();

            new Recurrence(column, Integer.MAX_VALUE).mark(whole);
            new Recurrence(column, 1000).mark(sliced);

            // Three of each thousandth key are equal, but the last ones may stand alone.
            expected.andNot(alone(expected));
            assertThat(whole).isEqualTo(expected);
            assertThat(sliced).isEqualTo(expected);
        }
    }

    private static BitSet alone(BitSet again) {
        BitSet alone = new BitSet();
        again.stream()
                .filter(i -> again.stream().filter(j -> j / 3000 == i / 3000).count() == 1)
                .forEach(alone::set);
        return alone;
    }

    private static long number(int i) {
        return (i + 1) * 0x9e3779b97f4a7c15L;
    }
}
