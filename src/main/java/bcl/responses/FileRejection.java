package bcl.responses;

import bcl.ledger.LedgerFile;
import bcl.wire.FileFinding;
import bcl.wire.FileName;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code FRJ} tells (interface, section 6).
 *
 * @param name as received; characters that are not allowed are replaced when it is shown
 * @param fileName the name taken apart, null if it has not the agreed form
 * @param digest SHA-256 of the inbound bytes, lower-case hexadecimal
 * @param findings at least one; kept by code, each code once, 15 at most
 */
public record FileRejection(
        String name, @Nullable FileName fileName, Instant receivedAt, String digest, List<FileFinding> findings)
        implements AnswerContent {
    private static final int MOST_REASONS = 15;

    public FileRejection {
        findings = told(findings);
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("a rejected file has a reason");
        }
    }

    public static FileRejection of(LedgerFile file) {
        return new FileRejection(file.name(), file.fileName(), file.receivedAt(), file.digest(), file.findings());
    }

    private static List<FileFinding> told(List<FileFinding> all) {
        Map<String, FileFinding> byCode = new LinkedHashMap<>();
        all.stream()
                .sorted(Comparator.comparing(
                                (FileFinding finding) -> finding.reason().name())
                        .thenComparingLong(FileFinding::line))
                .forEach(finding -> byCode.putIfAbsent(finding.reason().name(), finding));
        return byCode.values().stream().limit(MOST_REASONS).toList();
    }
}
