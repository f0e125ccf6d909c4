package bcl.evidence;

import bcl.evidence.Entry.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was sealed of one file: a run of entries that may go over several segments, and the later events of its contacts. */
final class FileEvidence {
    private final JdbcTemplate jdbc;
    private final Chain chain;
    private final long file;

    FileEvidence(JdbcTemplate jdbc, Chain chain, long file) {
        this.jdbc = jdbc;
        this.chain = chain;
        this.file = file;
    }

    /** Where it begins; null if it was not sealed. */
    @Nullable
    Long segment() {
        return jdbc
                .queryForList("select segment from answer where file_id = ? and segment is not null", Long.class, file)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Holds its entries against the rows. Returns the seal under which they lie, which is one: they were committed together. */
    Optional<Long> walk(SegmentWalk walk, long first, Listener listener) {
        Optional<Long> seal = Optional.empty();
        boolean begun = false;
        boolean ended = false;
        long id = first;
        while (!ended) {
            List<Entry> entries = chain.segment(id).orElse(List.of());
            List<Entry> run = run(entries, begun);
            begun |= !run.isEmpty();
            if (!run.isEmpty()) {
                walk.segment(id, run);
                seal = seal(id);
            }
            Long next = next(id);
            ended = !begun || next == null || run.isEmpty() || !isLast(run, entries);
            id = next == null ? 0 : next;
        }
        walk.end();
        if (!begun) {
            listener.differs(file, null, "its answer lies not in the segment of the evidence that it names");
        }
        return seal;
    }

    /** From its answer, or from the beginning if that lies before, up to what is no contact. */
    private List<Entry> run(List<Entry> entries, boolean begun) {
        int from = 0;
        while (!begun && from < entries.size() && !isAnswer(entries.get(from))) {
            from++;
        }
        int to = begun || from == entries.size() ? from : from + 1;
        while (to < entries.size() && entries.get(to).isOf(Kind.CONTACT)) {
            to++;
        }
        return entries.subList(from, to);
    }

    private static boolean isLast(List<Entry> run, List<Entry> entries) {
        return run.get(run.size() - 1).equals(entries.get(entries.size() - 1));
    }

    private boolean isAnswer(Entry entry) {
        return entry.isOf(Kind.ANSWER) && entry.key() == file;
    }

    private Optional<Long> seal(long segment) {
        return jdbc
                .queryForList(
                        "select seal from evidence_segment where id = ? and seal is not null", Long.class, segment)
                .stream()
                .findFirst();
    }

    private @Nullable Long next(long segment) {
        return jdbc.queryForObject("select min(id) from evidence_segment where id > ?", Long.class, segment);
    }

    /** The later events of its contacts, and those among them that nobody reported. Returns the seals under which they lie. */
    List<Long> events(RowCheck rows) {
        List<Long> block = new ArrayList<>();
        jdbc.query(
                "select first_crn, first_crn + contacts - 1 from inbound_file where id = ? and first_crn is not null",
                row -> {
                    block.add(row.getLong(1));
                    block.add(row.getLong(2));
                },
                file);
        if (block.isEmpty()) {
            return List.of();
        }
        long first = block.get(0);
        long last = block.get(1);
        TreeSet<Long> seals = new TreeSet<>();
        for (long segment : jdbc.queryForList(
                "select distinct segment from evidence_event where crn between ? and ? and segment is not null",
                Long.class,
                first,
                last)) {
            rows.events(chain.segment(segment).orElse(List.of()).stream()
                    .filter(entry -> entry.isOf(Kind.EVENT) && entry.key() >= first && entry.key() <= last)
                    .toList());
            seal(segment).ifPresent(seals::add);
        }
        rows.strangers(first, last);
        return List.copyOf(seals);
    }
}
