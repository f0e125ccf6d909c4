package bcl.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class LineGuardTest {
    private static final byte[] ALPHABET = {
        'a', '1', ',', ',', '"', '"', '\n', '\n', '\r', ' ', 0, 0x7f, (byte) 0xc3, (byte) 0xa9
    };

    @Test
    void whatever_the_bytes_are_a_record_is_a_line() throws IOException {
        Random random = new Random(42);
        for (int round = 0; round < 20_000; round++) {
            byte[] content = new byte[random.nextInt(60)];
            for (int i = 0; i < content.length; i++) {
                content[i] = ALPHABET[random.nextInt(ALPHABET.length)];
            }
            long lineEnds = new String(content, StandardCharsets.ISO_8859_1)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            boolean whole = content.length == 0 || content[content.length - 1] == '\n';

            LineGuard guard = new LineGuard(new ByteArrayInputStream(content));
            List<CSVRecord> records = parsed(guard);

            assertThat(records).hasSize((int) lineEnds);
            long marked = records.stream()
                    .filter(record -> record.get(0).equals(LineGuard.BAD))
                    .count();
            assertThat(guard.bad().count()).isEqualTo(marked + (whole ? 0 : 1));
        }
    }

    @Test
    void lines_are_whole_wherever_the_blocks_end() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            text.append(i).append(i % 7 == 0 ? ",é,\"x,\"\"y\"\r\n" : ",e,xy\n");
        }

        List<CSVRecord> records =
                parsed(new LineGuard(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8))));

        assertThat(records).hasSize(50_000).allSatisfy(record -> {
            long i = record.getRecordNumber() - 1;
            assertThat(record.toList())
                    .containsExactlyElementsOf(i % 7 == 0 ? List.of("" + i, "é", "x,\"y") : List.of("" + i, "e", "xy"));
        });
    }

    private static List<CSVRecord> parsed(LineGuard guard) throws IOException {
        List<CSVRecord> records = new ArrayList<>();
        try (CSVParser parser = CSVParser.builder()
                .setReader(guard)
                .setFormat(CSVFormat.RFC4180)
                .get()) {
            parser.forEach(records::add);
        }
        return records;
    }
}
