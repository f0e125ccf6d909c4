package bcl.generate;

import bcl.wire.FileName;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes files of contacts, one after the other, in constant memory. For one thread. */
final class FileMaker {
    private final Recipe recipe;
    private final Points points;
    private final Words words;
    private final Runnable made;
    private final Spoiler spoiler = new Spoiler();
    private long records;
    private long faulty;
    private long bytes;

    /** @param made told of each contact */
    FileMaker(Recipe recipe, Points points, Words words, Runnable made) {
        this.made = made;
        this.recipe = recipe;
        this.points = points;
        this.words = words;
    }

    void write(Sender sender, FileName name, @Nullable FileFault fault, OutputStream target) throws IOException {
        RecordOutput out = new RecordOutput(target);
        int header = 0;
        if (fault != FileFault.NO_HEADER) {
            header(sender, name, fault, out);
            header = 1;
        }
        if (fault == FileFault.STRAY_RECORD) {
            out.write("L12", "1", words.narrative());
        }
        contacts(sender, name, fault != null, out);
        long count = out.records() - header;
        if (fault != FileFault.NO_TRAILER) {
            out.write("Z99", Long.toString(fault == FileFault.WRONG_COUNT ? count + 1 : count));
        }
        out.flush();
        records += count;
        bytes += out.bytes();
    }

    private void header(Sender sender, FileName name, @Nullable FileFault fault, RecordOutput out) throws IOException {
        LocalDate created = fault == FileFault.FROM_THE_FUTURE ? LocalDate.of(2999, 12, 31) : recipe.date();
        int number = fault == FileFault.OTHER_NUMBER ? name.number() + 1 : name.number();
        out.write(
                "A00",
                Long.toString(sender.organisation().id()),
                "BCL",
                DateTimeFormatter.BASIC_ISO_DATE.format(created),
                "193000",
                Integer.toString(number));
    }

    /** The first contact of a file is never spoiled, since faults of others refer to it. */
    private void contacts(Sender sender, FileName name, boolean rejected, RecordOutput out) throws IOException {
        Draft first = sender.drafts().next(reference(name, 0));
        write(first, out);
        for (long i = 1; i < recipe.contacts(); i++) {
            Draft draft = sender.drafts().next(reference(name, i));
            if (recipe.faults() > 0 && words.dice().hits(recipe.faults())) {
                spoil(draft, new Fault.Setting(points, words, first, i, sender.usedReference()));
            }
            write(draft, out);
        }
        if (!rejected) {
            sender.used(first.contact()[1]);
        }
    }

    private void spoil(Draft draft, Fault.Setting setting) {
        if (spoiler.spoil(draft, setting)) {
            faulty++;
        }
    }

    private void write(Draft draft, RecordOutput out) throws IOException {
        for (String[] record : draft.records()) {
            out.write(record);
        }
        made.run();
    }

    /** Unique for its organisation: generation number and place. */
    private static String reference(FileName name, long ordinal) {
        return "R" + name.number() + "-" + Long.toString(ordinal, 36).toUpperCase(Locale.ROOT);
    }

    long records() {
        return records;
    }

    long faulty() {
        return faulty;
    }

    long bytes() {
        return bytes;
    }
}
