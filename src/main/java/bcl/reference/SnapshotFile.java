package bcl.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code meter-points-YYYYMMDD.csv}: its name, and the way from its rows to an index file (interface, section 9). */
final class SnapshotFile {
    private static final Pattern NAME = Pattern.compile("meter-points-([0-9]{8})\\.csv");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private SnapshotFile() {}

    static boolean isNamedLikeOne(String name) {
        return NAME.matcher(name).matches();
    }

    static String name(LocalDate date) {
        return "meter-points-" + DATE.format(date) + ".csv";
    }

    /** The date in the name; empty for another name, and for a date that is not in the calendar. */
    static Optional<LocalDate> date(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(matcher.group(1), DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads the whole file and writes an index file at {@code index}, forced to the disk. Gives the number of rows. Temporary
     * files go beside the index.
     *
     * @param smallest fewer rows are refused
     */
    static Attempt<Long> build(SourceFile source, LocalDate date, long smallest, Path index) throws IOException {
        BadLines bad = new BadLines();
        try (RunSorter sorter = new RunSorter(index.resolveSibling("runs"))) {
            MeterPointRows rows = new MeterPointRows(sorter);
            Optional<Refused> refused = new CsvTable(source, MeterPointRows.COLUMNS, rows::take).read(bad);
            if (refused.isPresent()) {
                return Attempt.notDone(refused.get());
            }
            writeIndex(sorter, bad, index, date, source.digest());
            if (bad.count() > 0) {
                return Attempt.notDone(Refused.forLines(source.name(), bad));
            }
            long total = sorter.total();
            return total == 0 || total < smallest
                    ? Attempt.notDone(tooFew(source, total, smallest))
                    : Attempt.done(total);
        }
    }

    private static Refused tooFew(SourceFile source, long rows, long smallest) {
        String problem = rows == 0
                ? "the file has no rows."
                : "the file has " + rows + " rows, and at least " + smallest
                        + " are due after the snapshot in force (bcl.reference.smallest-share). Put a whole snapshot in its"
                        + " place, or lower the setting for one night if so few are right.";
        return Refused.whole(source.name(), problem);
    }

    /** Goes through all rows even if lines are bad already, so that the doubled ones are named too. */
    private static void writeIndex(RunSorter sorter, BadLines bad, Path index, LocalDate date, String digest)
            throws IOException {
        RunMerge merge = sorter.merge();
        try (IndexWriter writer = new IndexWriter(index, sorter.total(), IndexHeader.DEFAULT_PIECE_BITS)) {
            long mprn = -1;
            long line = -1;
            for (Run run = merge.next(); run != null; run = merge.next()) {
                if (run.mprn() == mprn) {
                    bad.add(run.line(), MeterPointRows.COLUMNS.get(0), "is also in line " + line);
                } else {
                    mprn = run.mprn();
                    line = run.line();
                    writer.add(mprn, run.packed(), run.serial());
                }
            }
            if (bad.count() == 0) {
                writer.finish(date, digest);
            }
        }
    }
}
