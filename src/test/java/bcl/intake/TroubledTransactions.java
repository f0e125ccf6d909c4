package bcl.intake;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** A real transaction manager whose commits may go wrong. */
final class TroubledTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;
    private final transient Trouble trouble;

    TroubledTransactions(DataSource dataSource, Trouble trouble) {
        super(dataSource);
        this.trouble = trouble;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        trouble.onDatabase(() -> super.doCommit(status));
    }
}
