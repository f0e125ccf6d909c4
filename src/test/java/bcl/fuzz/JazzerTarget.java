package bcl.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * For a fuzzer that follows the branches of the code: Jazzer, under the Maven profile {@code fuzz}, which no other build needs. Its
 * main writes the corpus: the sample files as they are sent under the name of {@link GoodFile}, so that most pass the file's checks.
 */
public final class JazzerTarget {
    private static final Target TARGET = target();

    private JazzerTarget() {}

    private static Target target() {
        try {
            return new Target(Specimen.reference(), Files.createTempDirectory("bcl-fuzz"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Called by Jazzer, once for each input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        TARGET.decide(GoodFile.FILE.with(input));
    }

    public static void main(String[] args) throws IOException {
        Path corpus = Files.createDirectories(Path.of(args[0]));
        List<Specimen> samples = Specimen.samples();
        Files.write(corpus.resolve("good"), GoodFile.FILE.bytes());
        for (int i = 0; i < samples.size(); i++) {
            String header = GoodFile.FILE.text().lines().findFirst().orElseThrow();
            String text = samples.get(i).text().replaceFirst("^\"?A00[^\n]*", header);
            Files.write(corpus.resolve("sample-" + i), Specimen.bytes(text));
        }
    }
}
