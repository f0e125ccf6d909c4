package bcl.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.night.SettableClock;
import bcl.night.StopRequest;
import bcl.night.UkTime;
import bcl.operations.ExitCode;
import bcl.preview.AnswerPreview;
import bcl.reference.ReferenceFolder;
import bcl.testsupport.EngineHome;
import bcl.testsupport.Picture;
import bcl.wire.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of many organisations in one night, whose answers are then held against the files and against {@code validate}. */
final class NightOfMany {
    private static final Pattern RECEIVED = Pattern.compile("\"L5[03]\",\"[^\"]*\",\\d+,(\\d{8}),\"(\\d{6})\"");
    private static final Pattern STAMP =
            Pattern.compile("(?m)^(\"(?:A00|L50|L53)\",.*?),\\d{8},\"\\d{6}\"(?:,\\d{8},\"\\d{6}\")?");
    private static final Pattern NUMBER = Pattern.compile("(?m)^(\"L51\",.*),\\d{10},\"AACA\",(\\d+)");

    private final EngineHome home;
    private final List<Specimen> files;

    NightOfMany(EngineHome home, List<Specimen> files) {
        this.home = home;
        this.files = files;
    }

    void run() throws IOException {
        for (Specimen sent : files) {
            Path inbound = Files.createDirectories(new Home(home.root()).inbound(sent.owner()));
            Path file = Files.write(inbound.resolve(sent.name()), sent.bytes());
            // Older than the time after which a broken upload counts as complete.
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        }
        EngineHome.Result night = home.night(new StopRequest());
        assertThat(night.code()).as(night.err()).isEqualTo(ExitCode.DONE);
        EngineHome.Result audit =
                home.run(new StopRequest(), "reconcile", "--home", home.root().toString());
        assertThat(audit.code()).as(audit.out()).isEqualTo(ExitCode.DONE);
    }

    /** What is wrong, by file; nothing if every answer is right. */
    Map<String, String> faults() throws IOException {
        Map<String, byte[]> answers = new TreeMap<>();
        Map<String, String> faults = new TreeMap<>();
        Picture.answers(home.root()).forEach((path, bytes) -> {
            if (answers.put(path.substring(0, 3), bytes) != null) {
                faults.put(path, "a second answer");
            }
        });
        ReferenceFolder.Usable reference =
                (ReferenceFolder.Usable) ReferenceFolder.read(home.root().resolve("reference"));
        SettableClock clock = new SettableClock(Instant.EPOCH);
        AnswerPreview preview = new AnswerPreview(reference, Target.LIMITS, clock);
        for (Specimen sent : files) {
            byte[] answer = answers.getOrDefault(sent.owner(), new byte[0]);
            try {
                Instant received = received(answer);
                clock.jumpTo(received);
                new AnswerCheck(
                                sent,
                                reference.organisations().find(sent.owner()).orElseThrow(),
                                UkTime.localDate(received),
                                Target.LIMITS,
                                true)
                        .check(answer);
                AnswerCheck.same(foretold(preview, sent), plain(answer), "validate and night");
            } catch (RuntimeException | AssertionError e) {
                faults.put(sent.name(), e + "\n" + sent.text());
            }
        }
        return faults;
    }

    private String foretold(AnswerPreview preview, Specimen sent) throws IOException {
        Path file = Files.write(home.root().resolve(sent.name()), sent.bytes());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        preview.write(file, out);
        Files.delete(file);
        return plain(out.toByteArray());
    }

    private static Instant received(byte[] answer) {
        Matcher matcher = RECEIVED.matcher(new String(answer, StandardCharsets.ISO_8859_1));
        AnswerCheck.require(matcher.find(), "no answer");
        return LocalDateTime.parse(matcher.group(1) + matcher.group(2), DateTimeFormatter.ofPattern("uuuuMMddHHmmss"))
                .atZone(UkTime.ZONE)
                .toInstant();
    }

    private static String plain(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        return NUMBER.matcher(STAMP.matcher(text).replaceAll("$1,{at}")).replaceAll("$1,,,$2");
    }
}
