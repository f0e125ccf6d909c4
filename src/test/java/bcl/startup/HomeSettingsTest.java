package bcl.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.commands.EngineSettings;
import bcl.commands.UsageException;
import bcl.night.WindowSettings;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeSettingsTest {
    @TempDir
    Path folder;

    @Test
    void a_home_without_settings_has_the_defaults() {
        EngineSettings settings = HomeSettings.load(new Home(folder));

        assertThat(settings.window()).isEqualTo(WindowSettings.DEFAULT);
        assertThat(settings.limits().contactsPerFile()).isEqualTo(10_000);
        assertThat(settings.limits().fileSize()).isEqualTo(64L << 20);
        assertThat(settings.limits().codesFrom()).isEmpty();
        assertThat(settings.intake()).isEqualTo(new EngineSettings.Intake(Duration.ofSeconds(10), Duration.ofHours(1)));
        assertThat(settings.reference().smallestShare()).isEqualByComparingTo("0.5");
        assertThat(settings.lease()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.sftp().settings().port()).isEqualTo(2222);
        assertThat(settings.sftp().settings().address()).isEmpty();
        assertThat(settings.http().address()).contains("127.0.0.1");
        assertThat(settings.database().isHeldByOneProcess()).isTrue();
        assertThat(settings.database().url())
                .startsWith("jdbc:h2:file:" + folder.resolve("db").resolve("bcl") + ";")
                .contains("WRITE_DELAY=0", "DB_CLOSE_ON_EXIT=FALSE");
    }

    @Test
    void the_homes_application_yml_is_read() throws IOException {
        EngineSettings settings = load("""
                bcl:
                  window:
                    opens: 22:00
                    closes: 06:30
                  limits:
                    contacts-per-file: 5
                    file-size: 1KB
                  codes:
                    MNC:
                      files-from: 2030-01-31
                    FILE:
                      files-from: never
                  intake:
                    quiet-period: 0s
                    incomplete-after: 90m
                  reference.smallest-share: 12.5 %
                  night.lease: 30s
                """);

        assertThat(settings.window()).isEqualTo(new WindowSettings(LocalTime.of(22, 0), LocalTime.of(6, 30)));
        assertThat(settings.limits().contactsPerFile()).isEqualTo(5);
        assertThat(settings.limits().fileSize()).isEqualTo(1024);
        assertThat(settings.limits().codesFrom())
                .isEqualTo(Map.of("MNC", LocalDate.of(2030, 1, 31), "FLE", LocalDate.MAX));
        assertThat(settings.intake()).isEqualTo(new EngineSettings.Intake(Duration.ZERO, Duration.ofMinutes(90)));
        assertThat(settings.reference().smallestShare()).isEqualByComparingTo("0.125");
        assertThat(settings.lease()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({"7%,0.07", "14%,0.14", "28 %,0.28", "55%,0.55", "56%,0.56", "12.5%,0.125", "0.000001%,0.00000001"})
    void the_smallest_share_is_the_exact_one(String written, String share) throws IOException {
        assertThat(load("bcl.reference.smallest-share: " + written).reference().smallestShare())
                .isEqualByComparingTo(share);
    }

    @Test
    void another_database_may_be_configured() throws IOException {
        EngineSettings settings = load("spring.datasource.url: jdbc:postgresql://db/bcl?password=secret");

        assertThat(settings.database().isHeldByOneProcess()).isFalse();
        assertThat(settings.database().derived()).isFalse();
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void a_home_may_have_a_name_of_any_characters() throws IOException {
        Path odd = Files.createDirectories(folder.resolve("hömé, *[%41] #1"));
        Files.writeString(odd.resolve("application.yml"), "bcl.limits.contacts-per-file: 7");

        assertThat(HomeSettings.load(new Home(odd)).limits().contactsPerFile()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bcl.window.opens: noon                 | Setting bcl.window.opens is 'noon', but a time HH:MM from 00:00 to 23:59 is expected
            bcl.window.opens: "0700"               | Setting bcl.window.opens is '0700', but a time HH:MM from 00:00 to 23:59 is expected
            bcl.window.opens: 700                  | Setting bcl.window.opens is '700', but a time HH:MM from 00:00 to 23:59 is expected
            bcl.window.closes: '24:00'             | Setting bcl.window.closes is '24:00', but a time HH:MM from 00:00 to 23:59 is expected
            bcl.window.closes: '00:00'             | Setting bcl.window.closes is '00:00', but another time than bcl.window.opens is expected
            bcl.limits.contacts-per-file: -1       | Setting bcl.limits.contacts-per-file is '-1', but at least 1 is expected
            bcl.limits.contacts-per-file: many     | Setting bcl.limits.contacts-per-file is 'many', but a whole number is expected
            bcl.limits.file-size: 12 parsecs       | Setting bcl.limits.file-size is '12 parsecs', but a size such as 64MB is expected
            bcl.limits.file-size: -5MB             | Setting bcl.limits.file-size is '-5242880', but at least 1 is expected
            bcl.codes.XYZ.files-from: never        | Setting bcl.codes.XYZ: there is no contact code XYZ
            bcl.codes.MNC.files-from: 2030-02-30   | Setting bcl.codes.MNC.files-from is '2030-02-30', but a date YYYY-MM-DD, or never is expected
            bcl.codes.MNC.files-from: soon         | Setting bcl.codes.MNC.files-from is 'soon', but a date YYYY-MM-DD, or never is expected
            bcl.intake.quiet-period: a while       | Setting bcl.intake.quiet-period is 'a while', but a duration such as 10s, 5m or 1h is expected
            bcl.intake.quiet-period: -10s          | Setting bcl.intake.quiet-period is 'PT-10S', but no negative duration is expected
            bcl.reference.smallest-share: 101%     | Setting bcl.reference.smallest-share is '101%', but 0% to 100% is expected
            bcl.night.lease: 10ms                  | Setting bcl.night.lease is 'PT0.01S', but at least 1s is expected
            bcl.sftp.port: 70000                   | Setting bcl.sftp.port is '70000', but a port, 0 to 65535 is expected
            bcl.window.opening: '01:00'            | Unknown setting bcl.window.opening; see docs/commands.md, "Settings"
            bcl.frobnicate: 1                      | Unknown setting bcl.frobnicate; see docs/commands.md, "Settings"
            """)
    void a_bad_setting_is_named_with_what_is_expected(String line, String message) {
        assertThatThrownBy(() -> load(line)).isInstanceOf(UsageException.class).hasMessage(message);
    }

    @Test
    void settings_that_are_no_yaml_are_refused_with_their_file() {
        assertThatThrownBy(() -> load("bcl: [unclosed"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Cannot read the settings in " + folder.resolve("application.yml"))
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    private EngineSettings load(String yaml) throws IOException {
        Files.writeString(folder.resolve("application.yml"), yaml);
        return HomeSettings.load(new Home(folder));
    }
}
