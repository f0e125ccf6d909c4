package bcl.golden;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.night.StopRequest;
import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import bcl.testsupport.Picture;
import bcl.testsupport.TestDatabase;
import bcl.testsupport.Traffic;
import bcl.testsupport.TrafficNights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators do around the nights of a whole engine: resolve contacts, look at the home, and prove that it adds up. */
class OperatorsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void two_nights_with_resolved_contacts_between_them_add_up(Databases databases) throws Exception {
        Traffic traffic = new Traffic(7, new Traffic.Size(3, 2, 12));
        try (EngineHome home = EngineHome.at(folder.resolve("home"), databases)) {
            home.set("bcl.night.small-file", "3KB").set("bcl.night.contacts-per-part", "5");
            TrafficNights nights = new TrafficNights(traffic, home);
            traffic.layReference(home.root());
            nights.lay(traffic.first(), Map.of());
            assertThat(home.night(new StopRequest()).code()).isEqualTo(ExitCode.DONE);
            Map<String, Long> crns = crns(home);

            EngineHome.Result resolved =
                    run(home, "resolve", "--from", closing(traffic, crns).toString());
            nights.lay(traffic.second(), crns);
            assertThat(home.night(new StopRequest()).code()).isEqualTo(ExitCode.DONE);
            EngineHome.Result reconciled = run(home, "reconcile");

            assertThat(resolved.code()).as(resolved.err()).isEqualTo(ExitCode.DONE);
            assertThat(reconciled.out()).endsWith("Everything adds up." + System.lineSeparator());
            assertThat(reconciled.code()).isEqualTo(ExitCode.DONE);
            assertThat(status(home)).isEqualTo(crns(home).size());
        }
    }

    /** Contacts by {@code status}; its files are all answered, and its counts are those of the answers. */
    private static long status(EngineHome home) throws Exception {
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(run(home, "status", "--json").out());
        assertThat(json.get("files"))
                .isNotEmpty()
                .allMatch(file -> file.get("state").asString().equals("ANSWERED"));
        assertThat(json.get("next")).allMatch(step -> step.asString().startsWith("Ask the sender"));
        assertThat(run(home, "status").out()).contains("No night is running.", "Rejections by code");
        Map<String, Long> told = new TreeMap<>();
        for (byte[] answer : Picture.answers(home.root()).values()) {
            new String(answer, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> line.startsWith("\"S72\""))
                    .map(line -> line.substring(7, 15))
                    .filter(code -> !code.equals("CON00011") && !code.equals("MSN00002"))
                    .forEach(code -> told.merge(code, 1L, Long::sum));
        }
        Map<String, Long> counted = new TreeMap<>();
        json.get("rejectionsByCode")
                .properties()
                .forEach(code -> counted.put(code.getKey(), code.getValue().asLong()));
        assertThat(counted).isEqualTo(told);
        return json.get("contacts").asLong();
    }

    private Path closing(Traffic traffic, Map<String, Long> crns) throws Exception {
        StringBuilder lines = new StringBuilder("crn,status,reason\n");
        traffic.closed().stream()
                .distinct()
                .filter(crns::containsKey)
                .forEach(key -> lines.append(crns.get(key)).append(",CCIV,\"not valid, as found on site\"\n"));
        return Files.writeString(folder.resolve("closed.csv"), lines);
    }

    private static Map<String, Long> crns(EngineHome home) {
        try (TestDatabase database = home.database()) {
            return Picture.crns(database);
        }
    }

    private static EngineHome.Result run(EngineHome home, String command, String... arguments) {
        String[] line = new String[arguments.length + 3];
        line[0] = command;
        line[1] = "--home";
        line[2] = home.root().toString();
        System.arraycopy(arguments, 0, line, 3, arguments.length);
        return home.run(new StopRequest(), line);
    }
}
