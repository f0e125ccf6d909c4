package bcl.parsing;

import bcl.wire.Reason;

/** A person's name: letters, spaces, {@code .}, {@code -} and {@code '}; at least two characters. */
public final class PersonNameType extends TextForm {
    public PersonNameType() {
        super(Reason.REC00004);
    }

    @Override
    boolean fits(String text) {
        return text.length() >= 2 && text.chars().allMatch(PersonNameType::isAllowed);
    }

    private static boolean isAllowed(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ' ' || c == '.' || c == '-' || c == '\'';
    }
}
