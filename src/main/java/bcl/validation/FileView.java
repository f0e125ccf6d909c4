package bcl.validation;

import bcl.wire.FieldState;
import bcl.wire.FileName;
import bcl.wire.FileStructure;
import bcl.wire.InboundRecord;
import org.jspecify.annotations.Nullable;

/** A file as the file rules see it. Parts that may not be looked into are null, so that the rules that read them do not run. */
record FileView(FileFacts facts, FileName name, @Nullable FileStructure structure) {
    static final String TYPE = "BCL";

    /** Null after FIL00004, FIL00018 and a FIL00016 for a file that is not plain text. */
    @Nullable
    FileStructure content() {
        FileStructure found = structure;
        return found != null && found.plainText() && found.header() != null ? found : null;
    }

    @Nullable
    InboundRecord header() {
        FileStructure content = content();
        return content == null ? null : content.header();
    }

    @Nullable
    InboundRecord trailer() {
        FileStructure content = content();
        return content == null ? null : content.trailer();
    }

    @Nullable
    InboundRecord validHeader() {
        return valid(header());
    }

    @Nullable
    InboundRecord validTrailer() {
        return valid(trailer());
    }

    /** A00 or Z99 that is not of its layout; with bad characters it is FIL00016 alone. */
    static boolean malformed(@Nullable InboundRecord record) {
        return record != null && !record.hasBadCharacter() && valid(record) == null;
    }

    private static @Nullable InboundRecord valid(@Nullable InboundRecord record) {
        if (record == null || record.hasBadCharacter() || !record.hasFields() || record.layout() == null) {
            return null;
        }
        boolean failed =
                record.layout().fields().stream().anyMatch(field -> record.state(field.number()) == FieldState.FAILED);
        return failed ? null : record;
    }
}
