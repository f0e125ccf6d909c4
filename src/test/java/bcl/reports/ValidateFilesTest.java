package bcl.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.commands.EngineException;
import bcl.commands.ExitCode;
import bcl.commands.FileCheck;
import bcl.commands.Guarded;
import bcl.commands.Session;
import bcl.commands.ValidateRequest;
import bcl.night.SettableClock;
import bcl.startup.HomeSettings;
import bcl.startup.Program;
import bcl.testsupport.Sessions;
import bcl.wire.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateFilesTest {
    private static final String GOOD = """
            A00,1234,BCL,20230301,193000,%d
            L01,R1,ENQ,,,D,,A REQUESTOR,,requests@example.com,
            L12,1,WHAT IS THIS
            Z99,2
            """;

    @TempDir
    Path folder;

    private Sessions sessions;
    private Program program;

    @BeforeEach
    void reference() throws IOException {
        sessions = new Sessions(folder);
        FileCheck check = new ValidateFiles(
                () -> new Limits(10_000, 64 << 20, Map.of()), new SettableClock(Instant.parse("2023-03-01T19:32:07Z")));
        program = new Program(
                settings -> {
                    throw new AssertionError("validate needs no engine");
                },
                check,
                () -> {});
        Files.createDirectories(folder.resolve("reference"));
        Files.writeString(
                folder.resolve("reference/organisations.csv"),
                "short_code,organisation_id,name,role,bulk\nXYZ,1234,Example,S,Y\n");
        Files.writeString(
                folder.resolve("reference/meter-points-20230228.csv"),
                "mprn,shipper,network,status,class,market_sector,aq_kwh,meter_serial\n9900001207,XYZ,NET,LI,4,D,12000,\n");
    }

    @Test
    void answers_come_in_the_order_of_the_files_and_alone_on_standard_output() throws IOException {
        Files.writeString(folder.resolve("XYZ01.PN000002.BCL"), GOOD.formatted(2));
        Files.writeString(folder.resolve("XYZ01.PN000001.BCL"), GOOD.formatted(1));

        ExitCode code = validate("XYZ01.PN000002.BCL", "XYZ01.PN000001.BCL");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(sessions.out().lines().map(line -> line.substring(1, 4)))
                .containsExactly("A00", "L50", "L51", "Z99", "A00", "L50", "L51", "Z99");
        assertThat(sessions.out().lines().filter(line -> line.startsWith("\"L50\"")))
                .first()
                .asString()
                .contains("XYZ01.PN000002.BCL");
        assertThat(sessions.err()).contains("XYZ01.PN000002.BCL: answered by BCR, 1 accepted, 0 rejected");
    }

    @Test
    void a_terminal_gets_a_bar_beside_the_same_answers() throws IOException {
        Files.writeString(folder.resolve("XYZ01.PN000001.BCL"), GOOD.formatted(1));
        validate("XYZ01.PN000001.BCL");
        String answer = sessions.out();
        String told = sessions.err();

        sessions = new Sessions(folder, true);
        validate("XYZ01.PN000001.BCL");

        assertThat(told).doesNotContain("\r");
        assertThat(sessions.err())
                .startsWith("[----------]  0% 0 of 107 bytes\r")
                .contains(told);
        assertThat(sessions.out()).isEqualTo(answer);
    }

    @Test
    void one_rejected_contact_in_any_file_ends_with_1() throws IOException {
        Files.writeString(
                folder.resolve("XYZ01.PN000001.BCL"), GOOD.formatted(1).replace("ENQ", "XXX"));
        Files.writeString(folder.resolve("XYZ01.PN000002.BCL"), GOOD.formatted(2));

        assertThat(validate("XYZ01.PN000001.BCL", "XYZ01.PN000002.BCL").code()).isEqualTo(1);
        assertThat(sessions.out()).contains("CON00001").contains("XYZ01.PN000002.BCL");
    }

    @Test
    void a_file_of_nobody_ends_with_1_and_the_others_are_answered() throws IOException {
        Files.writeString(folder.resolve("QQQ01.PN000001.BCL"), GOOD.formatted(1));
        Files.writeString(folder.resolve("XYZ01.PN000002.BCL"), GOOD.formatted(2));

        assertThat(validate("QQQ01.PN000001.BCL", "XYZ01.PN000002.BCL").code()).isEqualTo(1);
        assertThat(sessions.out()).startsWith("\"A00\",1234,\"BCR\"");
        assertThat(sessions.err()).contains("QQQ01.PN000001.BCL: no answer: ");
    }

    @Test
    void a_missing_file_or_a_folder_is_wrong_usage_and_nothing_is_printed() throws IOException {
        Files.writeString(folder.resolve("XYZ01.PN000002.BCL"), GOOD.formatted(2));

        assertThat(validate("XYZ01.PN000002.BCL", "XYZ01.PN000003.BCL", "reference")
                        .code())
                .isEqualTo(2);
        assertThat(sessions.out()).isEmpty();
        assertThat(sessions.err())
                .contains("There is no file " + folder.resolve("XYZ01.PN000003.BCL"))
                .contains(folder.resolve("reference") + " is no file that can be read");
    }

    @Test
    void reference_data_that_is_refused_is_wrong_usage_and_its_bad_lines_are_named() throws IOException {
        Files.writeString(folder.resolve("XYZ01.PN000002.BCL"), GOOD.formatted(2));
        Files.writeString(
                folder.resolve("reference/organisations.csv"),
                "short_code,organisation_id,name,role,bulk\nXYZ,1234,Example,Q,Y\n");

        assertThat(validate("XYZ01.PN000002.BCL").code()).isEqualTo(2);
        assertThat(sessions.out()).isEmpty();
        assertThat(sessions.err()).contains("organisations.csv").contains("line 2, role: is none of S G I M D U");
    }

    @Test
    void a_reference_folder_that_is_missing_is_wrong_usage() throws IOException {
        Files.writeString(folder.resolve("XYZ01.PN000002.BCL"), GOOD.formatted(2));

        ExitCode code =
                program.run(List.of("validate", "XYZ01.PN000002.BCL", "--reference", "nowhere"), sessions.session());

        assertThat(code.code()).isEqualTo(2);
        assertThat(sessions.err()).contains("nowhere is no folder that can be read");
    }

    @Test
    void standard_output_that_refuses_is_a_failure() throws IOException {
        Path file = Files.writeString(folder.resolve("XYZ01.PN000002.BCL"), GOOD.formatted(2));
        PrintStream full = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                true,
                StandardCharsets.UTF_8);
        Session told = sessions.session();
        Session session = new Session(full, told.err(), folder, false, told.stop());
        FileCheck check = new ValidateFiles(HomeSettings::limitsWithoutHome, Instant::now);

        assertThatThrownBy(() -> check.check(new ValidateRequest(List.of(file), folder.resolve("reference")), session))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("standard output");
    }

    @Test
    void a_file_that_fails_for_a_reason_that_nobody_foresaw_keeps_no_later_one_from_its_answer() throws IOException {
        Path first = Files.writeString(folder.resolve("XYZ01.PN000001.BCL"), GOOD.formatted(1));
        Path second = Files.writeString(folder.resolve("XYZ01.PN000002.BCL"), GOOD.formatted(2));
        AtomicBoolean broken = new AtomicBoolean(true);
        FileCheck check = new ValidateFiles(HomeSettings::limitsWithoutHome, () -> {
            if (broken.getAndSet(false)) {
                throw new IllegalStateException("what nobody foresaw");
            }
            return Instant.parse("2023-03-01T19:32:07Z");
        });
        ValidateRequest request = new ValidateRequest(List.of(first, second), folder.resolve("reference"));

        ExitCode code = Guarded.run(sessions.session(), () -> check.check(request, sessions.session()));

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(sessions.out()).startsWith("\"A00\",1234,\"BCR\"").contains("XYZ01.PN000002.BCL");
        assertThat(sessions.err())
                .contains(first + " could not be checked to its end: IllegalStateException")
                .contains(second + ": answered by BCR, 1 accepted")
                .contains("Failed: no answer to 1 of 2 files");
    }

    @Test
    void without_a_home_the_published_defaults_are_the_limits() {
        assertThat(HomeSettings.limitsWithoutHome()).isEqualTo(new Limits(10_000, 64 << 20, Map.of()));
    }

    private ExitCode validate(String... files) {
        List<String> arguments = new java.util.ArrayList<>(List.of("validate"));
        arguments.addAll(List.of(files));
        arguments.addAll(List.of("--reference", "reference"));
        return program.run(arguments, sessions.session());
    }
}
