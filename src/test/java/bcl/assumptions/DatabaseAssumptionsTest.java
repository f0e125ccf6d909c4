package bcl.assumptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.UnexpectedRollbackException;

/** What H2 and PostgreSQL have in common and what not, as far as the engine is built on it. */
class DatabaseAssumptionsTest {
    @Test
    void H2_takes_a_NUL_in_a_text_and_PostgreSQL_refuses_it() {
        assertThat(insertNul(Databases.H2)).isEmpty();
        assertThat(insertNul(Databases.POSTGRESQL)).isEqualTo("22021");
    }

    private static String insertNul(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            JdbcTemplate jdbc = table(database);
            jdbc.update("insert into probe (id, word) values (1, ?)", "a\0b");
            return "";
        } catch (DataAccessException e) {
            return stateOf(e);
        }
    }

    @Test
    void after_a_refused_statement_H2_goes_on_and_PostgreSQL_refuses_the_rest_of_the_transaction() {
        assertThat(afterARefusal(Databases.H2)).isEmpty();
        assertThat(afterARefusal(Databases.POSTGRESQL)).isEqualTo("25P02");
    }

    private static String afterARefusal(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            JdbcTemplate jdbc = table(database);
            jdbc.update("insert into probe (id, word) values (1, 'a')");
            String state = database.transactions().execute(status -> {
                assertThatThrownBy(() -> jdbc.update("insert into probe (id, word) values (1, 'a')"))
                        .isInstanceOf(DataAccessException.class);
                try {
                    jdbc.update("insert into probe (id, word) values (2, 'b')");
                    return "";
                } catch (DataAccessException e) {
                    status.setRollbackOnly();
                    return stateOf(e);
                }
            });
            return String.valueOf(state);
        } catch (UnexpectedRollbackException e) {
            return "rolled back";
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void messages_of_a_refused_row_quote_its_values_so_that_none_may_be_logged(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            JdbcTemplate jdbc = table(database);
            jdbc.update("insert into probe (id, word) values (1, 'marker')");

            assertThatThrownBy(() -> jdbc.update("insert into probe (id, word) values (2, 'marker')"))
                    .rootCause()
                    .hasMessageContaining("marker");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_length_is_counted_in_characters_and_an_overlong_text_is_refused_and_not_cut(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            JdbcTemplate jdbc = table(database);

            jdbc.update("insert into probe (id, word) values (1, ?)", "\u00E9".repeat(10));

            assertThat(jdbc.queryForObject("select char_length(word) from probe", Integer.class))
                    .isEqualTo(10);
            assertThatThrownBy(() -> jdbc.update("insert into probe (id, word) values (2, ?)", "x".repeat(11)))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_update_says_how_many_rows_it_found_also_where_nothing_changes(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            JdbcTemplate jdbc = table(database);
            jdbc.update("insert into probe (id, word) values (1, 'a')");

            assertThat(jdbc.update("update probe set word = 'a' where id = 1")).isEqualTo(1);
            assertThat(jdbc.update("update probe set word = 'a' where id = 2")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_number_that_was_counted_up_in_a_transaction_is_free_again_after_its_rollback(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            JdbcTemplate jdbc = table(database);
            jdbc.update("insert into probe (id, word) values (1, 'a')");

            database.transactions().executeWithoutResult(status -> {
                jdbc.update("update probe set id = id + 100");
                status.setRollbackOnly();
            });

            assertThat(jdbc.queryForList("select id from probe", Integer.class)).isEqualTo(List.of(1));
        }
    }

    private static JdbcTemplate table(TestDatabase database) {
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        jdbc.execute("create table probe (id integer primary key, word varchar(10) not null unique)");
        return jdbc;
    }

    private static String stateOf(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "none";
    }
}
