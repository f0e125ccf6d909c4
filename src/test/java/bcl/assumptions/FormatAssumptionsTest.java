package bcl.assumptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.beanio.InvalidRecordException;
import org.beanio.StreamFactory;
import org.beanio.Unmarshaller;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.file.transform.DelimitedLineTokenizer;

/** Why lines are cut by a splitter of our own, and BeanIO is given one record at a time. */
class FormatAssumptionsTest {
    private static final String MAPPING = """
            <beanio xmlns="http://www.beanio.org/2012/03">
              <stream name="s" format="csv">
                <record name="r" class="map">
                  <field name="id" rid="true" literal="R"/>
                  <field name="a" type="int" required="true"/>
                  <field name="b" maxLength="3"/>
                </record>
              </stream>
            </beanio>
            """;

    private static Unmarshaller beanio() throws IOException {
        StreamFactory factory = StreamFactory.newInstance(FormatAssumptionsTest.class.getClassLoader());
        factory.load(new ByteArrayInputStream(MAPPING.getBytes(StandardCharsets.UTF_8)));
        return factory.createUnmarshaller("s");
    }

    @Test
    void BeanIO_tells_all_faults_of_a_record_by_field_and_gives_no_value_of_it() throws IOException {
        Unmarshaller unmarshaller = beanio();

        assertThatThrownBy(() -> unmarshaller.unmarshal("R,x,abcd"))
                .isInstanceOfSatisfying(
                        InvalidRecordException.class,
                        invalid -> assertThat(invalid.getRecordContext().getFieldErrors())
                                .containsOnlyKeys("a", "b"));
    }

    @Test
    void BeanIO_goes_on_with_the_next_record_after_an_invalid_one() throws IOException {
        Unmarshaller unmarshaller = beanio();
        assertThatThrownBy(() -> unmarshaller.unmarshal("R,x,abcd")).isInstanceOf(InvalidRecordException.class);

        assertThat(unmarshaller.unmarshal("R,1,abc")).isEqualTo(Map.of("id", "R", "a", 1, "b", "abc"));
    }

    @Test
    void BeanIO_lets_NUL_and_replacement_characters_pass() throws IOException {
        assertThat(beanio().unmarshal("R,1,\0\uFFFD")).isEqualTo(Map.of("id", "R", "a", 1, "b", "\0\uFFFD"));
    }

    @Test
    void Commons_CSV_lets_a_record_span_lines_until_a_quote_is_closed() throws IOException {
        assertThat(csv("a,\"b\nc\",d\n"))
                .singleElement()
                .satisfies(one -> assertThat(one.size()).isEqualTo(3));
        assertThatThrownBy(() -> csv("a,\"b\nc,d\n")).isInstanceOf(Exception.class);
    }

    @Test
    void Commons_CSV_takes_a_last_line_that_was_cut_short_and_keeps_a_byte_order_mark() throws IOException {
        assertThat(csv("\uFEFFa,b,c\nd,e")).extracting(CSVRecord::size).containsExactly(3, 2);
        assertThat(csv("\uFEFFa,b,c\nd,e").get(0).get(0)).isEqualTo("\uFEFFa");
    }

    @Test
    void the_tokenizer_of_Spring_Batch_takes_text_after_a_closing_quote() {
        assertThat(new DelimitedLineTokenizer().tokenize("\"a\"b,c").getValues())
                .hasSize(2);
    }

    private static List<CSVRecord> csv(String text) throws IOException {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.DEFAULT)) {
            return parser.getRecords();
        }
    }
}
