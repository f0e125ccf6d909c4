package bcl.sftp;

import bcl.ledger.AccessLedger;
import bcl.ledger.AnswerLedger;
import bcl.ledger.Notice;
import bcl.ledger.OperatorLedger;
import bcl.ledger.Transfer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;

/**
 * Records the events in the ledger: what operators should see as notices of the kind {@code SFTP_…}, what was done with files and by
 * which key, collected answers with their time. All go to the log too. A login is a notice once a day (UTC) for the same organisation, key and address, since senders look
 * for answers every minute. A thread of its own writes, so that no session waits for a database that is away: up to 10,000 records
 * then wait for the next event. Thread-safe; to be closed after the server.
 */
public final class LedgerSftpEvents implements SftpEvents, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerSftpEvents.class);

    private final OperatorLedger operators;
    private final AnswerLedger answers;
    private final Transfers transfers;
    private final BlockingDeque<Runnable> waiting = new LinkedBlockingDeque<>(10_000);
    private final Object writing = new Object();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "sftp-events");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<String> loginsToday = new HashSet<>();
    private LocalDate today = LocalDate.EPOCH;

    public LedgerSftpEvents(OperatorLedger operators, AnswerLedger answers, AccessLedger access) {
        this.transfers = new Transfers(access);
        this.operators = operators;
        this.answers = answers;
    }

    @Override
    public void happened(SftpEvent event) {
        LOG.info("SFTP {} {}: {}", event.kind(), event.subject(), event.detail());
        if (event.kind().isNotice() && isNews(event)) {
            Notice notice = new Notice(event.at(), "SFTP_" + event.kind(), null, event.subject(), event.detail());
            record(() -> operators.notice(notice));
        }
    }

    @Override
    public void transferred(Transfer transfer) {
        if (transfers.add(transfer)) {
            record(transfers::write);
        }
    }

    @Override
    public void collected(String organisation, String name, Instant at) {
        record(() -> answers.collected(organisation, name, at));
    }

    /** Writes what waits, in the caller's thread; what the database still cannot take goes on waiting. */
    public void flush() {
        synchronized (writing) {
            Runnable next = waiting.peekFirst();
            while (next != null && isWritten(next)) {
                waiting.removeFirst();
                next = waiting.peekFirst();
            }
        }
    }

    @Override
    public void close() {
        writer.shutdown();
        flush();
    }

    private void record(Runnable act) {
        if (!waiting.offerLast(act)) {
            LOG.error("The database is away for so long that a record of the SFTP server is lost; the log has it");
            return;
        }
        if (!writer.isShutdown()) {
            writer.execute(this::flush);
        }
    }

    /** Whether it need not be tried again. */
    private boolean isWritten(Runnable act) {
        try {
            act.run();
        } catch (DataAccessException e) {
            boolean never = e instanceof NonTransientDataAccessException
                    && !(e instanceof NonTransientDataAccessResourceException);
            if (never) {
                LOG.error("The database refuses a record of the SFTP server; the log has it", e);
            } else {
                LOG.warn("{} records of the SFTP server wait for the database", waiting.size(), e);
            }
            return never;
        }
        return true;
    }

    private synchronized boolean isNews(SftpEvent event) {
        if (event.kind() != SftpEvent.Kind.LOGIN) {
            return true;
        }
        LocalDate day = event.at().atOffset(ZoneOffset.UTC).toLocalDate();
        if (!day.equals(today)) {
            today = day;
            loginsToday.clear();
        }
        return loginsToday.add(event.subject() + " " + event.detail());
    }
}
