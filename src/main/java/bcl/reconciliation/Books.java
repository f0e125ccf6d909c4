package bcl.reconciliation;

import bcl.ledger.FileLedger;
import bcl.ledger.OutcomeLedger;
import bcl.wire.Home;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is reconciled. */
public record Books(Home home, JdbcTemplate jdbc, FileLedger files, OutcomeLedger outcomes) {}
