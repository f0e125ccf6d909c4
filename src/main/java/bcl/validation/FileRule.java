package bcl.validation;

import bcl.wire.FileFinding;
import bcl.wire.Reason;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** One rule about a whole file: its reason, when it is broken, and the line that the answer shows. */
record FileRule(Reason reason, Predicate<FileView> broken, ToLongFunction<FileView> line) {
    static FileRule of(Reason reason, Predicate<FileView> broken) {
        return new FileRule(reason, broken, file -> 1);
    }

    void judge(FileView file, List<FileFinding> found) {
        if (broken.test(file)) {
            found.add(new FileFinding(reason, line.applyAsLong(file)));
        }
    }
}
