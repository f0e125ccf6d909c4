package bcl.validation;

import static bcl.validation.Fields.A00_CREATION_DATE;
import static bcl.validation.Fields.A00_FILE_TYPE;
import static bcl.validation.Fields.A00_NUMBER;
import static bcl.validation.Fields.A00_ORGANISATION;
import static bcl.validation.Fields.Z99_COUNT;

import bcl.wire.FileStructure;
import bcl.wire.InboundRecord;
import bcl.wire.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The rules about whole files but FIL00001 and FIL00003, which stand alone. */
final class FileRules {
    static final FileRule OTHER_TYPE = FileRule.of(
            Reason.FIL00002,
            file -> !FileView.TYPE.equals(file.name().stream().type())
                    || header(file, (f, a00) -> !FileView.TYPE.equals(a00.text(A00_FILE_TYPE.number()))));

    static final FileRule NO_HEADER = FileRule.of(Reason.FIL00004, file -> {
        FileStructure found = file.structure();
        return found != null && found.plainText() && found.header() == null;
    });

    static final FileRule BAD_HEADER = FileRule.of(Reason.FIL00005, file -> FileView.malformed(file.header()));

    static final FileRule NO_TRAILER =
            new FileRule(Reason.FIL00006, content(found -> found.trailer() == null), line(FileStructure::lastLine));

    static final FileRule WRONG_COUNT = new FileRule(Reason.FIL00007, FileRules::countDiffers, FileRules::trailerLine);

    static final FileRule SURPLUS =
            new FileRule(Reason.FIL00008, content(found -> found.surplusLine() > 0), line(FileStructure::surplusLine));

    static final FileRule NOT_THE_OWNER = FileRule.of(
            Reason.FIL00009,
            file -> !file.facts().nameIsOwners()
                    || header(
                            file,
                            (f, a00) -> !is(
                                    a00.number(A00_ORGANISATION.number()),
                                    f.facts().owner().id())));

    /** Compares the file with itself, so it runs for another organisation's name too: its streams are not asked. */
    static final FileRule NUMBERS_DIFFER = FileRule.of(
            Reason.FIL00010,
            file -> header(
                    file,
                    (f, a00) -> !is(a00.number(A00_NUMBER.number()), f.name().number())));

    static final FileRule NUMBER_USED = FileRule.of(Reason.FIL00011, file -> numberFault(file, Reason.FIL00011));

    static final FileRule NUMBER_LATE = FileRule.of(Reason.FIL00012, file -> numberFault(file, Reason.FIL00012));

    static final FileRule CREATED_LATER = FileRule.of(
            Reason.FIL00013,
            file -> header(file, (f, a00) -> {
                LocalDate created = a00.date(A00_CREATION_DATE.number());
                return created != null && created.isAfter(f.facts().receiptDate());
            }));

    static final FileRule STRAY = new FileRule(
            Reason.FIL00014,
            content(found -> found.groups() == 0 || found.strayLine() > 0),
            line(found -> found.groups() == 0 ? 1 : found.strayLine()));

    static final FileRule TOO_MANY_CONTACTS = FileRule.of(Reason.FIL00015, file -> {
        FileStructure found = file.content();
        return found != null && found.groups() > file.facts().limits().contactsPerFile();
    });

    static final FileRule BAD_CHARACTERS = FileRule.of(Reason.FIL00016, file -> {
        FileStructure found = file.structure();
        return (found != null && !found.plainText()) || bad(file.header()) || bad(file.trailer());
    });

    static final FileRule NOT_BY_FILE =
            FileRule.of(Reason.FIL00017, file -> !file.facts().owner().bulk());

    static final FileRule TOO_LARGE = FileRule.of(Reason.FIL00018, file -> file.structure() == null);

    static final FileRule BAD_TRAILER =
            new FileRule(Reason.FIL00020, file -> FileView.malformed(file.trailer()), FileRules::trailerLine);

    static final List<FileRule> ALL = List.of(
            OTHER_TYPE,
            NO_HEADER,
            BAD_HEADER,
            NO_TRAILER,
            WRONG_COUNT,
            SURPLUS,
            NOT_THE_OWNER,
            NUMBERS_DIFFER,
            NUMBER_USED,
            NUMBER_LATE,
            CREATED_LATER,
            STRAY,
            TOO_MANY_CONTACTS,
            BAD_CHARACTERS,
            NOT_BY_FILE,
            TOO_LARGE,
            BAD_TRAILER);

    private FileRules() {}

    private static boolean header(FileView file, BiPredicate<FileView, InboundRecord> broken) {
        InboundRecord header = file.validHeader();
        return header != null && broken.test(file, header);
    }

    private static Predicate<FileView> content(Predicate<FileStructure> broken) {
        return file -> {
            FileStructure found = file.content();
            return found != null && broken.test(found);
        };
    }

    private static ToLongFunction<FileView> line(ToLongFunction<FileStructure> of) {
        return file -> {
            FileStructure found = file.content();
            return found == null ? 1 : of.applyAsLong(found);
        };
    }

    private static boolean countDiffers(FileView file) {
        FileStructure found = file.content();
        InboundRecord trailer = file.validTrailer();
        return found != null
                && trailer != null
                && found.surplusLine() == 0
                && !is(trailer.number(Z99_COUNT.number()), found.records());
    }

    private static long trailerLine(FileView file) {
        InboundRecord trailer = file.trailer();
        return trailer == null ? 1 : trailer.line();
    }

    private static boolean numberFault(FileView file, Reason reason) {
        return file.facts().nameIsOwners() && file.facts().numberFault() == reason;
    }

    private static boolean is(@Nullable Long value, long expected) {
        return value != null && value == expected;
    }

    private static boolean bad(@Nullable InboundRecord record) {
        return record != null && record.hasBadCharacter();
    }
}
