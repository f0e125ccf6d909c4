package bcl.validation;

import bcl.generate.Generator;
import bcl.generate.Recipe;
import bcl.parsing.GroupReader;
import bcl.parsing.InboundParser;
import bcl.parsing.Part;
import bcl.parsing.RawGroup;
import bcl.parsing.ScannedFile;
import bcl.parsing.StructureScan;
import bcl.wire.ContactGroup;
import bcl.wire.Limits;
import bcl.wire.MeterPoint;
import bcl.wire.MeterPoints;
import bcl.wire.OpenKey;
import bcl.wire.Organisation;
import bcl.wire.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A contact of 2.8 records to its verdict, without look-ups: rules, what is stored of it, digest. A tenth have a fault. */
@State(Scope.Thread)
public class VerdictBenchmark {
    private static final int CONTACTS = 2000;

    private final List<ContactGroup> groups = new ArrayList<>();
    private final FileContext context = new FileContext(
            new Organisation("S00", 1000, "", Role.S, true),
            LocalDate.of(2026, 1, 1),
            new Limits(Long.MAX_VALUE, Long.MAX_VALUE, Map.of()));
    private int next;

    @Setup
    public void parse() throws IOException {
        Path folder = Files.createTempDirectory("verdict");
        Path home = folder.resolve("home");
        Generator.generate(new Recipe(1, CONTACTS, 10_000, 1, 1, 0.1, 0, List.of(), Recipe.DATE), home, Instant.now());
        try (var files = Files.walk(home.resolve("sftp"))) {
            parse(files.filter(Files::isRegularFile).findFirst().orElseThrow());
        }
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private void parse(Path file) throws IOException {
        ScannedFile scanned = new StructureScan(Integer.MAX_VALUE, Long.MAX_VALUE).scan(file);
        Part whole = scanned.plan().parts().get(0);
        InboundParser parser = new InboundParser();
        try (GroupReader reader = GroupReader.open(file, whole, scanned.plan().trailerLine())) {
            for (RawGroup group = reader.next(); group != null; group = reader.next()) {
                groups.add(parser.parse(group));
            }
        }
    }

    @Benchmark
    public Object verdict() {
        next = (next + 1) % groups.size();
        return Verdict.decide(ContactRules.assess(groups.get(next), context, OnePoint.POINTS, false), Nobody.KNOWN);
    }

    /** Each number is the sender's. */
    private enum OnePoint implements MeterPoints {
        POINTS;

        @Override
        public LocalDate date() {
            return Recipe.DATE;
        }

        @Override
        public MeterPoint find(long mprn) {
            return new MeterPoint(mprn, "S00", "N00", "LI", 4, false, null);
        }
    }

    /** No contact was logged before. */
    private enum Nobody implements Known {
        KNOWN;

        @Override
        public Earlier withReference(String reference) {
            return null;
        }

        @Override
        public boolean hasOpen(OpenKey key) {
            return false;
        }

        @Override
        public Previous withCrn(long crn) {
            return null;
        }
    }
}
