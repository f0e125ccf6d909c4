package bcl.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.commands.UsageException;
import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Where a drill may work: in an empty database, and in nothing else. */
class DrillDatabaseTest {
    private static final String SCHEMAS = "select count(*) from pg_namespace where nspname like 'bcl\\_drill\\_%'";

    @Test
    void without_a_setting_it_is_the_home_s_own() {
        try (DrillDatabase database = DrillDatabase.open(new MockEnvironment())) {
            assertThat(database.environment()).isEmpty();
        }
    }

    @Test
    void a_database_with_tables_is_left_alone() {
        try (TestDatabase used = Databases.POSTGRESQL.fresh()) {
            assertThatThrownBy(() -> DrillDatabase.open(settings(used.url())))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("holds tables already");

            assertThat(count(used)).isZero();
        }
    }

    @Test
    void in_an_empty_one_a_schema_is_made_and_dropped() throws Exception {
        try (TestDatabase empty = Databases.POSTGRESQL.fresh()) {
            empty.jdbc().sql("drop schema public cascade").update();

            try (DrillDatabase database = DrillDatabase.open(settings(empty.url()))) {
                String url = database.environment().get("SPRING_DATASOURCE_URL");
                try (Connection engine = DriverManager.getConnection(url, "postgres", "postgres")) {
                    assertThat(engine.getSchema()).startsWith("bcl_drill_");
                    engine.createStatement().execute("create table made_by_the_engine (n integer)");
                }
            }

            assertThat(count(empty)).isZero();
        }
    }

    @Test
    void another_kind_of_database_is_refused() {
        assertThatThrownBy(() -> DrillDatabase.open(settings("jdbc:h2:file:/srv/bcl/db/bcl")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("spring.datasource.url");
    }

    private static MockEnvironment settings(String url) {
        return new MockEnvironment()
                .withProperty("spring.datasource.url", url)
                .withProperty("spring.datasource.username", "postgres")
                .withProperty("spring.datasource.password", "postgres");
    }

    private static long count(TestDatabase database) {
        return database.jdbc().sql(SCHEMAS).query(Long.class).single();
    }
}
