package bcl.bulk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class BulkInsertTest {
    /** As the embedded database does when its disk is full: Spring has no name for what it says then. */
    @Test
    void a_database_that_closed_itself_is_told_as_such() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:closed");
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (n bigint)");
            BulkInsert bulk = new BulkInsert(new SingleConnectionDataSource(connection, true));

            assertThatThrownBy(() -> bulk.insert(BulkTable.of("t", "n"), rows -> {
                        rows.bigint(1L).endRow();
                        statement.execute("shutdown immediately");
                    }))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("bulk insert into t")
                    .rootCause()
                    .isInstanceOf(SQLException.class);
        }
    }
}
