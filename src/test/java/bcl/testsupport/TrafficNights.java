package bcl.testsupport;

import bcl.commands.ExitCode;
import bcl.night.StopRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Plays generated traffic on a home: first night, contacts closed by the CDSP, second night. */
public final class TrafficNights {
    private final Traffic traffic;
    private final EngineHome home;
    private final Map<String, String> digests = new HashMap<>();

    /** Whatever takes the files that lie in inbound to their answers. */
    @FunctionalInterface
    public interface Nights {
        void run(EngineHome home) throws Exception;
    }

    public TrafficNights(Traffic traffic, EngineHome home) {
        this.traffic = traffic;
        this.home = home;
    }

    public Picture play(Nights nights) throws Exception {
        traffic.layReference(home.root());
        lay(traffic.first(), Map.of());
        nights.run(home);
        lay(traffic.second(), close());
        nights.run(home);
        return picture();
    }

    public Picture picture() throws IOException {
        return Picture.of(home, digests);
    }

    /** The files are older than the quiet period and than the time after which a broken upload counts as complete. */
    public void lay(List<Sent> files, Map<String, Long> crns) throws IOException {
        for (Sent sent : files) {
            byte[] bytes = sent.bytes(crns);
            digests.put(sha256(bytes), "{" + sent.organisation() + "/" + sent.name() + "}");
            Path inbound =
                    home.root().resolve("sftp").resolve(sent.organisation()).resolve("inbound");
            Path file = Files.createDirectories(inbound).resolve(sent.name());
            Files.write(file, bytes);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        }
    }

    private Map<String, Long> close() throws IOException {
        Map<String, Long> crns;
        try (TestDatabase database = home.database()) {
            crns = Picture.crns(database);
        }
        StringBuilder rows = new StringBuilder("crn,status,reason\n");
        traffic.closed().stream()
                .distinct()
                .filter(crns::containsKey)
                .forEach(closed -> rows.append(crns.get(closed)).append(",CCIV,not found\n"));
        Path csv = Files.writeString(home.root().resolve("closed.csv"), rows);
        EngineHome.Result resolved =
                home.run(new StopRequest(), "resolve", "--home", home.root().toString(), "--from", csv.toString());
        if (resolved.code() != ExitCode.DONE) {
            throw new IllegalStateException("resolve ended with " + resolved.code() + ": " + resolved.err());
        }
        return crns;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
