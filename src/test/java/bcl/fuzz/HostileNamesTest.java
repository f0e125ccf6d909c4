package bcl.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.night.StopRequest;
import bcl.operations.ExitCode;
import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import bcl.testsupport.Picture;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names that senders, their tools and attackers give to files; one character is one byte. */
class HostileNamesTest {
    private static final List<String> NAMES = List.of(
            "x..%2f..%2fkeys%2fXYZ.pub",
            "x\\..\\..\\keys",
            "-rf",
            "--home",
            "~",
            "~root",
            "*",
            "?",
            "[a]",
            "$(touch pwned)",
            "`id`",
            ";ls",
            "a|b",
            "a&b",
            "a'b",
            "a\"b",
            "a b",
            " lead",
            "trail ",
            "a\nb",
            "a\r\nb",
            "\n",
            "a\tb",
            "\u001B[2J\u001B]0;x\u0007",
            "\u007F",
            "%s%n%x",
            "{}",
            "${jndi:ldap:x}",
            "<script>",
            "=1+1",
            "CON",
            "NUL.BCL",
            "S0001.PN000001.BCL.exe",
            "s0001.pn000001.bcl",
            "S0001.pN000001.BCL",
            "S0001.PN000000.BCL",
            "S0001.PN1000000.BCL",
            "S0001.PN000001.BCL ",
            "S0001.PN000001.BCL\n",
            "S0000.PN000001.BCL",
            "S0001.XN000001.BCL",
            "0S001.PN000001.BCL",
            "S0001.PN00000\u00B9.BCL",
            utf8("S0001.PN00000\u0661.BCL"),
            utf8("\u202Elcb.1"),
            utf8("\u2028"),
            utf8("\uFEFFS0001.PN000001.BCL"),
            utf8("caf\u00E9"),
            utf8("cafe\u0301"),
            utf8("\uD83D\uDE00"),
            "\u00C0\u00AE\u00C0\u00AE",
            "\u00ED\u00A0\u0080",
            "\u00FF\u00FE",
            "a".repeat(255),
            utf8("\u20AC".repeat(85)),
            "S0001.PN000002.BCR",
            "S0001.PN000003.FRJ");

    /** Names that begin with a dot are not looked at. */
    private static final Set<String> HIDDEN = Set.of("..%2fx", "...", "..\\x", ". .");

    @TempDir
    private Path disk;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void each_is_answered_by_one_frj_and_none_reaches_another_place_a_screen_or_another_file(Databases databases)
            throws Exception {
        Set<String> names = new TreeSet<>(NAMES);
        Random random = new Random(20261122);
        while (names.size() < 120) {
            names.add(anyName(random));
        }
        try (EngineHome home = EngineHome.at(disk.resolve("home"), databases)) {
            home.set("bcl.intake.incomplete-after", "1s").set("bcl.intake.quiet-period", "1s");
            new Herd().layReference(home.root());
            lay(new Home(home.root()).inbound("S00"), names);
            lay(new Home(home.root()).inbound("S00"), HIDDEN);

            EngineHome.Result night = home.night(new StopRequest());
            EngineHome.Result status =
                    home.run(new StopRequest(), "status", "--home", home.root().toString());

            assertThat(night.code()).as(night.err()).isEqualTo(ExitCode.DONE);
            assertThat(night.out() + night.err() + status.out() + status.err()).matches("[\\x20-\\x7E\\n]*");
            assertThat(Picture.answers(home.root())).hasSize(names.size());
            for (byte[] answer : Picture.answers(home.root()).values()) {
                assertThat(new String(answer, StandardCharsets.ISO_8859_1))
                        .matches("(?s)\"A00\",41001,\"FRJ\",[0-9,\"]+\r\n\"L53\",\"[ -~]{1,52}\",.*\r\n"
                                + "\"S72\",\"FIL0000[129]\"\r\n.*\"Z99\",\\d+\r\n");
            }
            assertThat(left(home.root().resolve("sftp"))).hasSameElementsAs(HIDDEN);
            assertThat(left(home.root().resolve("keys"))).isEmpty();
            assertThat(entries(disk)).containsExactly("home");
        }
    }

    /** Bytes by chance, of a length by chance; nothing that is not looked at. */
    private static String anyName(Random random) {
        String name = random.ints(1 + random.nextInt(60), 1, 256)
                .filter(c -> c != '/')
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
        return name.isEmpty() || name.startsWith(".") ? "x" + name : name;
    }

    /** Through a shell: not every Java can make such names. */
    private static void lay(Path inbound, Set<String> names) throws IOException, InterruptedException {
        Files.createDirectories(inbound);
        List<String> script = new ArrayList<>(List.of("set -e", "cd '" + inbound + "'"));
        for (String name : names) {
            String octal = name.chars().mapToObj("\\%03o"::formatted).collect(Collectors.joining());
            script.add("n=$(printf '%sx'); n=${n%%x}; printf '\"Z99\",0\\n' > \"./$n\"".formatted(octal));
        }
        script.add("find . -type f -exec touch -d '2 hours ago' -- {} +");
        Path file = Files.write(inbound.resolveSibling("names.sh"), script);
        Process shell = new ProcessBuilder("sh", file.toString()).inheritIO().start();
        assertThat(shell.waitFor()).isZero();
        Files.delete(file);
    }

    /** Regular files but for answers. */
    private static List<String> left(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().endsWith("outbound"))
                    .map(file -> file.getFileName().toString())
                    // The engine's own.
                    .filter(name -> !name.equals(".lock"))
                    .toList();
        }
    }

    private static List<String> entries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
