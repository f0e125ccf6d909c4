package bcl.reconciliation;

import bcl.evidence.DigestFiles;
import bcl.evidence.EvidenceAudit;
import bcl.evidence.Seals;
import bcl.ledger.ErasureLedger;
import bcl.ledger.FileLedger;
import bcl.ledger.OutcomeLedger;
import bcl.wire.Home;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is reconciled. */
public record Books(Home home, JdbcTemplate jdbc, FileLedger files, OutcomeLedger outcomes) {
    ErasureLedger erasures() {
        return new ErasureLedger(jdbc);
    }

    EvidenceAudit evidence() {
        return new EvidenceAudit(jdbc, new DigestFiles(home.evidence(), new Seals(jdbc)));
    }
}
