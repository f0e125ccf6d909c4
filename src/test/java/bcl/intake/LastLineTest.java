package bcl.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A00\nZ99,1",
                "A00\r\nZ99,1\r\n",
                "A00\n\"Z99\",1\n",
                "A00\n \" Z99 \" ,1\n",
                "A00\nZ99\n",
                "A00\nZ99,1\n\n   \r\n \n",
                "Z99",
                "\u00EF\u00BB\u00BFZ99,0",
                "A00\nZ99,\"never closed\n",
                "A00\nZ99,1\r",
                "A00\nZ99,1\r\r\n",
                "\nZ99,1\n\n"
            })
    void these_end_with_a_trailer(String content) {
        assertThat(LastLine.isTrailer(bytes(content), true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n \n",
                "A00\nZ99,1\nL01",
                "A00\nz99,1",
                "A00\nZ999,1",
                "A00\nZ9",
                "A00\n\tZ99,1",
                "A00\rZ99,1",
                "A00\nZ99 x,1",
                "A00\n\"Z99,1",
                "\u00FF\u00FEZ\u00009\u00009\u0000",
                "A00\n\"Z99\",1\n\r",
                "A00\nZ99,1\n \r",
                "A00\nZ99,1\r\n\r\r\n",
                "A00\nZ99\r",
                "\n",
                "\u00EF\u00BB\u00BF"
            })
    void these_do_not(String content) {
        assertThat(LastLine.isTrailer(bytes(content), true)).isFalse();
    }

    @Test
    void a_line_whose_beginning_is_out_of_sight_is_no_trailer() {
        assertThat(LastLine.isTrailer(bytes("Z99,1\n"), false)).isFalse();
        assertThat(LastLine.isTrailer(bytes("x\nZ99,1\n"), false)).isTrue();
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }
}
