package bcl.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts what was recorded and lies in no segment yet into segments. In the caller's transaction, which has locked the evidence. */
final class Collector {
    /** Small files are taken together; of a large one the contacts alone fill segments. */
    private static final int FILES = 500;

    private final JdbcTemplate jdbc;
    private final Hashing hashing = new Hashing();

    Collector(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Some answers, and the contacts of their files with the first event of each. Returns how many entries that were. */
    long answers() {
        List<SealedFile> files = new ArrayList<>(jdbc.query(
                Hashing.ANSWER + " where a.segment is null order by a.file_id limit " + FILES,
                (row, i) -> SealedFile.of(row, hashing)));
        files.sort(Comparator.comparingLong(SealedFile::firstCrn).thenComparingLong(SealedFile::id));
        SegmentWriter segment = new SegmentWriter(jdbc);
        ContactRows rows = new ContactRows(jdbc, hashing, 0, 0);
        for (int i = 0; i < files.size(); i++) {
            SealedFile file = files.get(i);
            segment.add(file.answer());
            if (file.hasBlock()) {
                rows = i > 0 && files.get(i - 1).end() == file.firstCrn() ? rows : rows(files, i);
                contacts(rows, file, segment);
            }
        }
        segment.flush();
        return segment.written();
    }

    /** From a file's block over all that follow without a gap, so that many small files need few queries. */
    private ContactRows rows(List<SealedFile> files, int from) {
        int last = from;
        while (last + 1 < files.size()
                && files.get(last).end() == files.get(last + 1).firstCrn()) {
            last++;
        }
        return new ContactRows(
                jdbc, hashing, files.get(from).firstCrn(), files.get(last).end());
    }

    private static void contacts(ContactRows rows, SealedFile file, SegmentWriter segment) {
        ContactRows.@Nullable Contact contact = rows.peek();
        while (contact != null && contact.entry().key() < file.end()) {
            if (contact.fileId() == file.id()) {
                segment.add(contact.entry());
            }
            rows.take();
            contact = rows.peek();
        }
    }

    /** Some of the events that came later. Returns how many. */
    long events() {
        SegmentWriter segment = new SegmentWriter(jdbc);
        jdbc.query(
                        Hashing.EVENT + " join evidence_event d on d.crn = e.crn and d.sequence = e.sequence"
                                + " where d.segment is null order by d.crn, d.sequence limit " + SegmentEntries.MOST,
                        (row, i) -> hashing.laterEvent(row))
                .forEach(segment::add);
        segment.flush();
        return segment.written();
    }
}
