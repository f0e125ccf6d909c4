package bcl.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.night.StopRequest;
import bcl.operations.ExitCode;
import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import bcl.testsupport.Picture;
import bcl.testsupport.TestDatabase;
import bcl.wire.Domain;
import bcl.wire.FieldLayout;
import bcl.wire.Home;
import bcl.wire.Layouts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the rules let pass fits into the tables: every text at its full length, on both databases. */
class WidestContactTest {
    @TempDir
    private Path disk;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void every_text_at_its_full_length_is_stored_and_one_character_more_is_refused(Databases databases)
            throws Exception {
        List<String> lines = new ArrayList<>(List.of(GoodFile.FILE.text().split("\r\n")));
        List<String> wide = new ArrayList<>();
        for (String line : lines) {
            wide.add(widened(line, 0));
        }
        try (EngineHome home = EngineHome.at(disk.resolve("home"), databases)) {
            new Herd().layReference(home.root());
            lay(home, "S0001.PN000001.BCL", wide);
            lay(
                    home,
                    "S0002.PN000001.BCL",
                    lines.stream().map(line -> widened(line, 1)).toList());

            EngineHome.Result night = home.night(new StopRequest());

            assertThat(night.code()).as(night.err()).isEqualTo(ExitCode.DONE);
            assertThat(answer(home, "S0001.PN000001.BCR")).contains(",6,6,0,0,");
            assertThat(answer(home, "S0002.PN000001.BCR")).contains(",6,0,6,0,").contains("\"S72\",\"REC00003\"");
            try (TestDatabase database = home.database()) {
                String stored = String.join(
                        "\n",
                        database.jdbc()
                                .sql("select fields from contact_record")
                                .query(String.class)
                                .list());
                assertThat(stored)
                        .contains("X".repeat(250))
                        .contains("X".repeat(210))
                        .doesNotContain("X".repeat(251));
            }
        }
    }

    /** Free texts of a line at their greatest length and so many characters more; quotes and backslashes need most room. */
    private static String widened(String line, int more) {
        List<String> fields = new ArrayList<>(java.util.Objects.requireNonNull(Reading.fields(line)));
        String id = fields.get(0);
        if (id.equals("A00") || id.equals("Z99")) {
            return line;
        }
        for (FieldLayout field : Layouts.inbound().get(id).fields()) {
            if (field.domain() == Domain.T && isFree(id, field)) {
                String unique = id.equals("L01") ? fields.get(field.number() - 1) : "";
                String text = unique + "X".repeat(Math.max(0, field.length() - unique.length() + more));
                fields.set(field.number() - 1, text);
            }
        }
        return String.join(",", fields.stream().map(text -> '"' + text + '"').toList());
    }

    private static boolean isFree(String id, FieldLayout field) {
        return switch (field.name()) {
            case "ORIGINATOR_REFERENCE",
                    "REQUESTOR_NAME",
                    "PLOT_NUMBER",
                    "SUB_BUILDING_NAME",
                    "BUILDING_NAME",
                    "DELIVERY_POINT_ALIAS",
                    "DEPENDENT_STREET",
                    "PRINCIPAL_STREET",
                    "DEPENDENT_LOCALITY",
                    "POST_TOWN",
                    "COUNTY",
                    "CONTACT_TITLE",
                    "CONTACT_NAME",
                    "ACCESS_INSTRUCTIONS",
                    "METER_MODEL",
                    "CRIME_REFERENCE",
                    "INVOICE_NUMBER",
                    "NARRATIVE_TEXT",
                    "ORG_MANUFACTURER_CODE" -> true;
            default -> id.equals("L04") && field.name().equals("METER_SERIAL_NUMBER");
        };
    }

    private static void lay(EngineHome home, String name, List<String> lines) throws Exception {
        Path inbound = Files.createDirectories(new Home(home.root()).inbound("S00"));
        Path file = Files.writeString(inbound.resolve(name), String.join("\n", lines) + "\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }

    private static String answer(EngineHome home, String name) throws Exception {
        return new String(Picture.answers(home.root()).get("S00/outbound/" + name), StandardCharsets.ISO_8859_1);
    }
}
