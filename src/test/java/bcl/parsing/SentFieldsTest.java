package bcl.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentFieldsTest {
    @TempDir
    Path folder;

    @Test
    void fields_of_chosen_lines_are_given_as_sent_and_trimmed() throws IOException {
        try (SentFields sent = open("A00,1\r\nL12, 1 ,\" say \"\"so\"\" \"\r\n\r\nL12,2,b\u00E9")) {
            assertThat(sent.goTo(2)).isTrue();
            assertThat(sent.text(2)).isEqualTo("1");
            assertThat(sent.text(3)).isEqualTo("say \"so\"");

            assertThat(sent.goTo(4)).isTrue();
            assertThat(sent.goTo(4)).isTrue();
            assertThat(sent.offset()).isEqualTo(33);
            assertThat(sent.text(3)).isEqualTo("b\u00E9");
        }
    }

    @Test
    void a_record_without_fields_gives_none() throws IOException {
        try (SentFields sent = open("L12,1\nL99,1,X\nL12,1,\"X\nL12,1," + "X".repeat(2000) + "\n\n")) {
            for (int line = 1; line <= 5; line++) {
                assertThat(sent.goTo(line)).isTrue();
                assertThat(sent.text(2)).isEmpty();
                assertThat(sent.text(3)).isEmpty();
            }
        }
    }

    @Test
    void there_is_no_way_back_and_none_beyond_the_end() throws IOException {
        try (SentFields sent = open("L12,1,X\nL12,2,Y\n")) {
            assertThat(sent.goTo(0)).isFalse();
            assertThat(sent.goTo(2)).isTrue();
            assertThat(sent.goTo(1)).isFalse();
            assertThat(sent.goTo(3)).isFalse();
        }
    }

    private SentFields open(String content) throws IOException {
        return SentFields.open(Files.write(folder.resolve("file"), content.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
