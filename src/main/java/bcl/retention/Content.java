package bcl.retention;

import bcl.ledger.Erasure;
import bcl.ledger.ErasureLedger;
import bcl.ledger.ErasureLedger.Held;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases what is marked. Everything here may be done again after a crash at any moment. For one thread. */
final class Content {
    /** CRNs whose records go in one transaction. */
    private static final long CRNS = 10_000;

    private final Home home;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ErasureLedger ledger;
    private final Count count;

    Content(Home home, JdbcTemplate jdbc, TransactionTemplate transaction, Count count) {
        this.home = home;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.ledger = new ErasureLedger(jdbc);
        this.count = count;
    }

    /** Erases some; false if it was stopped before all of it was gone. */
    boolean erase(List<Erasure> some, Held held, Instant now, BooleanSupplier goOn) throws IOException {
        List<Erasure> files =
                some.stream().filter(each -> each.kind() == Erasure.Kind.FILE).toList();
        if (!records(files, goOn)) {
            return false;
        }
        Set<Path> folders = new TreeSet<>();
        // Files that were never there to be seen by a power loss: names go before the mark that says so.
        transaction.executeWithoutResult(status -> bytes(some, held, folders));
        answers(files, held, folders);
        for (Path folder : folders) {
            Durably.sync(folder);
        }
        ledger.finish(some.stream().map(Erasure::id).toList(), now);
        count.files += files.size();
        count.quarantined += some.size() - files.size();
        return true;
    }

    private record Block(long first, long end) {}

    private boolean records(List<Erasure> files, BooleanSupplier goOn) {
        List<Object[]> ranges = new ArrayList<>();
        long size = 0;
        for (Block block : blocks(files)) {
            for (long first = block.first(); first < block.end(); first += CRNS) {
                long end = Math.min(block.end(), first + CRNS);
                ranges.add(new Object[] {first, end});
                size += end - first;
                if (size >= CRNS) {
                    delete(ranges);
                    ranges.clear();
                    size = 0;
                    if (!goOn.getAsBoolean()) {
                        return false;
                    }
                }
            }
        }
        delete(ranges);
        return true;
    }

    private List<Block> blocks(List<Erasure> files) {
        return jdbc.query(
                connection -> {
                    var query = connection.prepareStatement("select first_crn, contacts from inbound_file"
                            + " where id = any(?) and first_crn is not null order by id");
                    query.setArray(
                            1,
                            connection.createArrayOf(
                                    "bigint",
                                    files.stream().map(Erasure::subject).toArray()));
                    return query;
                },
                (row, i) -> new Block(row.getLong(1), row.getLong(1) + row.getLong(2)));
    }

    private void delete(List<Object[]> ranges) {
        if (!ranges.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                for (int rows : jdbc.batchUpdate("delete from contact_record where crn >= ? and crn < ?", ranges)) {
                    count.records += Math.max(0, rows);
                }
            });
        }
    }

    /** Under the lock no file with these bytes can be recorded: either it is by now, or its intake finds the copy gone. */
    private void bytes(List<Erasure> some, Held held, Set<Path> folders) {
        ledger.lockArchive();
        Set<String> later = ledger.heldAfter(held.upTo());
        for (Erasure each : some) {
            boolean isNeeded = held.digests().contains(each.digest()) || later.contains(each.digest());
            if (each.kind() == Erasure.Kind.QUARANTINE) {
                quarantined(each.subject(), folders);
            } else if (!isNeeded && remove(home.sealed(each.digest()), folders)) {
                count.copies++;
            }
        }
    }

    private void quarantined(long entry, Set<Path> folders) {
        jdbc.queryForList(
                        "select q.stored_as from quarantine q where q.id = ? and not exists (select 1 from quarantine o"
                                + " where o.stored_as = q.stored_as and o.id <> q.id and not exists"
                                + " (select 1 from erasure e where e.kind = 'QUARANTINE' and e.subject = o.id))",
                        String.class,
                        entry)
                .forEach(name -> remove(home.quarantine().resolve(name), folders));
    }

    /** Answers go without the lock: a repeat of the file that still needs one is asked for first. */
    private void answers(List<Erasure> files, Held held, Set<Path> folders) throws IOException {
        Set<String> later = ledger.heldAfter(held.upTo());
        CollectedAnswers answers = new CollectedAnswers(home, jdbc);
        for (Erasure file : files) {
            if (!held.digests().contains(file.digest()) && !later.contains(file.digest())) {
                for (Path answer : answers.of(file.subject())) {
                    count.answers += remove(answer, folders) ? 1 : 0;
                }
            }
        }
    }

    private static boolean remove(Path file, Set<Path> folders) {
        try {
            // Also if it is gone already: whoever removed it may have died before that was on the disk.
            if (Files.isDirectory(Durably.parent(file))) {
                folders.add(Durably.parent(file));
            }
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
