package bcl.parsing;

import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A line into fields: bytes alone, and up to typed values, which is BeanIO's part. */
@State(Scope.Thread)
public class SplitBenchmark {
    private final byte[] line = ("\"L01\",\"S00-000000123\",\"ISO\",7603145402,\"M0012345\",,,\"A REQUESTOR\",\"01632960123\",,20250103")
            .getBytes(StandardCharsets.ISO_8859_1);
    private final Splitter splitter = new Splitter();
    private final InboundParser parser = new InboundParser();
    private final RawLine raw = new RawLine(2, 0, line, false, false);

    @Benchmark
    public int split() {
        splitter.split(line, 0, line.length);
        return splitter.count();
    }

    @Benchmark
    public Object parse() {
        return parser.parse(raw);
    }
}
