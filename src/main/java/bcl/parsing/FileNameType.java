package bcl.parsing;

import bcl.wire.FileName;
import bcl.wire.Reason;

/** The name of a file of any type (interface, section 1). */
public final class FileNameType extends TextForm {
    public FileNameType() {
        super(Reason.REC00004);
    }

    @Override
    boolean fits(String text) {
        return FileName.parse(text).isPresent();
    }
}
