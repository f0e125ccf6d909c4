package bcl.parsing;

import bcl.wire.Reason;

/** E-mail form: one {@code @} with something before it, no space, and after it a dot between other characters. */
public final class EmailType extends TextForm {
    public EmailType() {
        super(Reason.REC00004);
    }

    @Override
    boolean fits(String text) {
        int at = text.indexOf('@');
        if (at < 1 || text.indexOf('@', at + 1) >= 0 || text.indexOf(' ') >= 0) {
            return false;
        }
        // A dot that is the first character after the @ does not count, and neither does one that is the last.
        int dot = text.indexOf('.', at + 2);
        return dot >= 0 && dot < text.length() - 1;
    }
}
