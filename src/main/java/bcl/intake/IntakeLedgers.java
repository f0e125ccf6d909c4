package bcl.intake;

import bcl.ledger.ClaimLedger;
import bcl.ledger.FileLedger;
import bcl.ledger.OperatorLedger;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the intake records what it took; all of one database, whose transactions {@code transaction} opens. */
public record IntakeLedgers(
        FileLedger files, OperatorLedger operators, ClaimLedger claims, TransactionTemplate transaction) {}
