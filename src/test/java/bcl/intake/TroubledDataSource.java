package bcl.intake;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A real data source that may be away. */
final class TroubledDataSource extends DelegatingDataSource {
    private final Trouble trouble;

    TroubledDataSource(DataSource dataSource, Trouble trouble) {
        super(dataSource);
        this.trouble = trouble;
    }

    @Override
    public Connection getConnection() throws SQLException {
        trouble.onDatabase(() -> {});
        return super.getConnection();
    }
}
