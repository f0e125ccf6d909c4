package bcl.bench;

import bcl.bulk.BulkInsert;
import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.ledger.OutcomeLedger;
import bcl.ledger.Totals;
import bcl.responses.AnswerHead;
import bcl.responses.AnswerRenderer;
import bcl.responses.FileResult;
import bcl.wire.FileName;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A peer's second step: the outcomes are read back and the answer is written beside the file, synced and renamed. By the engine's own
 * reader and renderer, on one thread as a step has it.
 */
final class PeerAnswer {
    /** The one that the peers give their file. */
    private static final long FILE = 1;

    private final JdbcTemplate jdbc;
    private final Path file;

    PeerAnswer(JdbcTemplate jdbc, Path file) {
        this.jdbc = jdbc;
        this.file = file;
    }

    void write(Path answer) throws IOException {
        OutcomeLedger outcomes = new OutcomeLedger(jdbc, new BulkInsert(Objects.requireNonNull(jdbc.getDataSource())));
        LedgerFile decided = decided(outcomes.totals(List.of(FILE)).getOrDefault(FILE, Totals.NONE));
        FileResult result = FileResult.of(decided, LocalDate.EPOCH, outcomes, file);
        Path temporary = answer.resolveSibling(answer.getFileName() + ".tmp");
        try (FileOutputStream disk = new FileOutputStream(temporary.toFile())) {
            BufferedOutputStream out = new BufferedOutputStream(disk);
            new AnswerRenderer().render(new AnswerHead(result.fileName(), 1000, Instant.EPOCH), result, out);
            out.flush();
            disk.getFD().sync();
        }
        Files.move(temporary, answer, StandardCopyOption.ATOMIC_MOVE);
    }

    private LedgerFile decided(Totals totals) {
        String name = String.valueOf(file.getFileName());
        return new LedgerFile(
                FILE,
                name.substring(0, 3),
                name,
                FileName.parse(name).orElseThrow(),
                "0".repeat(64),
                file.toFile().length(),
                Instant.EPOCH,
                FileState.DECIDED,
                1,
                true,
                null,
                totals,
                List.of(),
                1L,
                1L,
                Instant.EPOCH,
                null,
                null,
                null);
    }
}
