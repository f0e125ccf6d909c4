package bcl.ledger;

import bcl.wire.FileFinding;
import bcl.wire.Finding;
import bcl.wire.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Findings as one column: {@code line.field.CODE} and, where a record id is shown, {@code =} and its three characters; each
 * closed by a semicolon. Codes have eight characters, so that an id may hold any allowed one.
 */
final class Findings {
    private static final int CODE = 8;
    private static final int ID = 3;

    private Findings() {}

    static @Nullable String encode(List<Finding> findings) {
        if (findings.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder(24 * findings.size());
        for (Finding finding : findings) {
            text.append(finding.line()).append('.').append(finding.field()).append('.');
            text.append(finding.reason().name());
            if (!finding.recordId().isEmpty()) {
                text.append('=').append(finding.recordId());
            }
            text.append(';');
        }
        return text.toString();
    }

    static List<Finding> decode(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int dot = text.indexOf('.', at);
            int second = text.indexOf('.', dot + 1);
            int code = second + 1 + CODE;
            boolean hasId = text.charAt(code) == '=';
            int end = hasId ? code + 1 + ID : code;
            findings.add(new Finding(
                    Long.parseLong(text.substring(at, dot)),
                    Integer.parseInt(text.substring(dot + 1, second)),
                    Reason.valueOf(text.substring(second + 1, code)),
                    hasId ? text.substring(code + 1, end) : ""));
            at = end + 1;
        }
        return findings;
    }

    static @Nullable String encodeFile(List<FileFinding> findings) {
        StringBuilder text = new StringBuilder();
        findings.forEach(finding -> text.append(finding.reason().name())
                .append('.')
                .append(finding.line())
                .append(';'));
        return findings.isEmpty() ? null : text.toString();
    }

    static List<FileFinding> decodeFile(@Nullable String text) {
        List<FileFinding> findings = new ArrayList<>();
        if (text != null) {
            for (String entry : text.split(";", 0)) {
                String[] parts = entry.split("\\.", 2);
                findings.add(new FileFinding(Reason.valueOf(parts[0]), Long.parseLong(parts[1])));
            }
        }
        return findings;
    }
}
