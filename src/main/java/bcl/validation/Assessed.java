package bcl.validation;

import bcl.wire.ContactCode;
import bcl.wire.Finding;
import bcl.wire.OpenKey;
import bcl.wire.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact after {@link ContactRules#assess}: what is wrong with it so far, what to look up before {@link Verdict#decide}, and
 * what to store if it is accepted. What cannot be stored is let go, so that a chunk of hostile groups takes little memory.
 *
 * @param line of the L01
 * @param shownId of the L01, as answers show it
 * @param stored null if a field or record failed: such a contact is never stored, nor the same as a stored one
 * @param organisation short code of the sender
 * @param code null if it is unknown or failed
 * @param mprn null if it is empty, failed or not allowed (MPR00006)
 * @param reference L01.2 if it passed
 * @param previousCrn what CON00007 and CON00008 ask for; null if there is none or the code is not valid
 * @param findings sorted, each once, warnings included; the first {@link Verdict#MOST_REASONS}
 */
public record Assessed(
        int ordinal,
        long line,
        String shownId,
        @Nullable Content stored,
        String organisation,
        @Nullable ContactCode code,
        @Nullable Long mprn,
        @Nullable String reference,
        @Nullable Long previousCrn,
        List<Finding> findings) {
    public Assessed {
        findings = List.copyOf(findings);
    }

    /** What CON00006 asks for, or null if code or MPRN did not pass or there is no MPRN. */
    public @Nullable OpenKey openKey() {
        return code == null || mprn == null ? null : new OpenKey(code.code(), mprn);
    }

    /** The reference to look for among earlier files; null if it failed or an earlier group of the file carries it (CON00004). */
    public @Nullable String referenceToAsk() {
        for (Finding finding : findings) {
            if (finding.reason() == Reason.CON00004) {
                return null;
            }
        }
        return reference;
    }

    /** Whether every field passed, so that it can be stored and may be the same content as a stored one. */
    public boolean hasContent() {
        return stored != null;
    }

    /**
     * The content as it is stored.
     *
     * @throws IllegalStateException if a field or record failed; never for an accepted contact
     */
    public Content content() {
        if (stored == null) {
            throw new IllegalStateException("line " + line + ": a contact with failed fields has no content");
        }
        return stored;
    }

    Finding at(Field field, Reason reason) {
        return new Finding(line, field.number(), reason, shownId);
    }
}
