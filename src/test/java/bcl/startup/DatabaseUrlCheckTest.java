package bcl.startup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.commands.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlCheckTest {
    private static final String SAFE =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";

    @ParameterizedTest
    @ValueSource(strings = {"file:/srv/bcl/db/bcl", "/srv/bcl/db/bcl", "file:~/bcl", "file:C:/bcl/db"})
    void an_H2_file_with_the_safe_settings_is_taken(String place) {
        assertThatCode(() -> DatabaseUrlCheck.check("jdbc:h2:" + place + SAFE)).doesNotThrowAnyException();
    }

    @Test
    void keys_and_values_may_be_in_any_case() {
        assertThatCode(() -> DatabaseUrlCheck.check("jdbc:h2:file:/srv/bcl" + SAFE.toLowerCase(java.util.Locale.ROOT)))
                .doesNotThrowAnyException();
    }

    @Test
    void PostgreSQL_is_asked_when_it_is_open() {
        assertThatCode(() -> DatabaseUrlCheck.check("jdbc:postgresql://db/bcl?user=u"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mem:bcl",
                "mem:",
                "tcp://host/bcl",
                "ssl://host/bcl",
                "zip:/x!/bcl",
                "file:memFS:bcl",
                "nioMemFS:bcl",
                ""
            })
    void an_H2_database_that_is_no_plain_file_is_refused(String place) {
        assertThatThrownBy(() -> DatabaseUrlCheck.check("jdbc:h2:" + place + SAFE))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Setting spring.datasource.url: this H2 database is no plain file");
    }

    @ParameterizedTest
    @CsvSource({
        "WRITE_DELAY=0, WRITE_DELAY=500, WRITE_DELAY is 500",
        "WRITE_DELAY=0, TRACE_LEVEL_FILE=0, WRITE_DELAY is missing",
        "DB_CLOSE_ON_EXIT=FALSE, DB_CLOSE_ON_EXIT=TRUE, DB_CLOSE_ON_EXIT is TRUE",
        "MODE=PostgreSQL, MODE=Oracle, MODE is Oracle",
        "DEFAULT_NULL_ORDERING=HIGH, TRACE_LEVEL_FILE=0, DEFAULT_NULL_ORDERING is missing",
        "WRITE_DELAY=0, WRITE_DELAY=0;AUTO_SERVER=TRUE, AUTO_SERVER is on",
        "WRITE_DELAY=0, WRITE_DELAY=0;FILE_LOCK=NO, FILE_LOCK is NO"
    })
    void an_unsafe_setting_is_named_with_the_remedy(String safe, String unsafe, String named) {
        assertThatThrownBy(() -> DatabaseUrlCheck.check("jdbc:h2:file:/srv/bcl" + SAFE.replace(safe, unsafe)))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Setting spring.datasource.url: " + named)
                .hasMessageContaining("or remove the setting");
    }

    @Test
    void another_product_is_refused_without_showing_the_URL() {
        assertThatThrownBy(() -> DatabaseUrlCheck.check("jdbc:mysql://host/bcl?password=secret"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("neither H2 nor PostgreSQL")
                .hasMessageNotContaining("secret");
    }
}
