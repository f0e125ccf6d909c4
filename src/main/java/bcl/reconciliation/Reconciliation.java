package bcl.reconciliation;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares everything that a home keeps with everything else: totals, numbers, histories, sealed copies and answers. Changes
 * nothing. All of the database is read as it was at one moment, so that a running night is no difference; files that are not
 * decided yet are asked only for what holds at any time. Constant memory but for a few bits a contact of the file at hand.
 */
public final class Reconciliation {
    private static final int IDS = 1000;

    private final Books books;
    private final TransactionTemplate snapshot;

    public Reconciliation(Books books, PlatformTransactionManager transactions) {
        this.books = books;
        this.snapshot = new TransactionTemplate(transactions);
        // The one level at which both databases show one moment to all statements of a transaction.
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        snapshot.setReadOnly(true);
    }

    /**
     * Checks the whole home.
     *
     * @param listener told each difference as it is found
     */
    public Reconciled run(Consumer<Difference> listener, Watcher watcher) {
        Audit audit = new Audit(books, new Differences(listener), new Tally());
        boolean complete =
                Objects.requireNonNull(snapshot.execute(status -> database(audit, watcher)), "it tells how it ended");
        if (complete) {
            // Outside of the moment: an answer that lies there by now is committed by now.
            new OutboundFolders(audit).check();
            new Quarantine(audit).check();
        }
        return audit.tally().end(audit.differences().count(), complete);
    }

    private static boolean database(Audit audit, Watcher watcher) {
        waitForLongStatements(audit.jdbc());
        if (!files(audit, watcher)) {
            return false;
        }
        new Numbers(audit).check();
        new Crosswise(audit).check();
        new Histories(audit).check();
        new Streams(audit).check();
        audit.tally()
                .seals(audit.books()
                        .evidence()
                        .whole((file, line, what) -> audit.differences().add(Subject.EVIDENCE, file, line, what)));
        return true;
    }

    /** One may go through all of a large home: a server that says nothing for minutes is at work. */
    private static void waitForLongStatements(JdbcTemplate jdbc) {
        jdbc.execute((ConnectionCallback<Integer>) connection -> {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, 0);
            return before;
        });
    }

    private static boolean files(Audit audit, Watcher watcher) {
        long all = audit.number("select count(*) from inbound_file");
        FileAudit files = new FileAudit(audit);
        long last = 0;
        List<Long> ids = ids(audit, last);
        while (!ids.isEmpty()) {
            for (long id : ids) {
                files.check(id);
                audit.tally().file();
                if (!watcher.goOn(audit.tally().filesSoFar(), all)) {
                    return false;
                }
            }
            last = ids.get(ids.size() - 1);
            ids = ids(audit, last);
        }
        return true;
    }

    private static List<Long> ids(Audit audit, long after) {
        return audit.jdbc()
                .queryForList("select id from inbound_file where id > ? order by id limit ?", Long.class, after, IDS);
    }
}
