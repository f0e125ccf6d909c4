package bcl.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabasesTest {
    @ParameterizedTest
    @EnumSource(Databases.class)
    void all_tables_are_there_and_every_test_has_its_own(Databases databases) {
        try (TestDatabase one = databases.fresh();
                TestDatabase other = databases.fresh()) {
            one.jdbc()
                    .sql("insert into organisation values ('XYZ', 1234, 'Example', 'S', true)")
                    .update();

            assertThat(count(one, "organisation")).isEqualTo(1);
            assertThat(count(other, "organisation")).isZero();
            assertThat(count(other, "crn_counter")).isEqualTo(1);
            assertThat(count(other, "batch_job_instance")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_failed_transaction_leaves_nothing(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            database.transactions().executeWithoutResult(status -> {
                database.jdbc().sql("delete from crn_counter").update();
                status.setRollbackOnly();
            });

            assertThat(count(database, "crn_counter")).isEqualTo(1);
        }
    }

    private static long count(TestDatabase database, String table) {
        return database.jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
