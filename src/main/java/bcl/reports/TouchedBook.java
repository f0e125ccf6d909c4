package bcl.reports;

import bcl.contacts.Contact;
import bcl.contacts.ContactSearch;
import bcl.ledger.AccessLedger;
import bcl.ledger.Answer;
import bcl.ledger.AnswerLedger;
import bcl.ledger.Erased;
import bcl.ledger.ErasureLedger;
import bcl.ledger.FileLedger;
import bcl.ledger.LedgerFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the ledger says of what was touched, file by file and contact by contact. */
@Component
final class TouchedBook {
    private final FileLedger files;
    private final AnswerLedger answers;
    private final ErasureLedger erasures;
    private final ContactSearch contacts;
    private final AccessLedger access;

    TouchedBook(
            FileLedger files,
            AnswerLedger answers,
            ErasureLedger erasures,
            ContactSearch contacts,
            AccessLedger access) {
        this.access = access;
        this.files = files;
        this.answers = answers;
        this.erasures = erasures;
        this.contacts = contacts;
    }

    /**
     * One file; what is missing is null.
     *
     * @param contacts that were logged, by the run that is asked about
     */
    record Entry(
            LedgerFile file,
            long contacts,
            @Nullable Answer answer,
            @Nullable Erased erased) {}

    /** @param contacts of all files and beside them, logged ones alone; by organisation */
    record Sum(long files, long contacts, Map<String, Long> byOrganisation) {}

    Sum sum(Touched touched) {
        Map<String, Long> counts = new TreeMap<>();
        long[] found = {0};
        forEachFile(touched, entry -> {
            found[0]++;
            counts.merge(entry.file().organisation(), entry.file().isTest() ? 0 : entry.contacts(), Long::sum);
        });
        touched.crns()
                .forEach(crn -> contacts.byCrn(crn)
                        .filter(contact -> !touched.files().contains(contact.fileId()))
                        .ifPresent(contact -> counts.merge(contact.organisation(), 1L, Long::sum)));
        return new Sum(
                found[0], counts.values().stream().mapToLong(Long::longValue).sum(), counts);
    }

    void forEachFile(Touched touched, Consumer<Entry> action) {
        for (long id : touched.files()) {
            files.find(id)
                    .ifPresent(file -> action.accept(new Entry(
                            file,
                            contacts(touched, file),
                            answers.of(file.repeatOf() == null ? id : file.repeatOf())
                                    .orElse(null),
                            erasures.of(id).orElse(null))));
        }
    }

    private long contacts(Touched touched, LedgerFile file) {
        Long run = touched.run();
        return run == null ? file.totals().accepted() : access.countLogged(run, file.id());
    }

    /** Page by page: memory does not grow with a file. */
    void forEachContact(Touched touched, Consumer<Contact> action) {
        for (long id : touched.files()) {
            long last = 0;
            List<Contact> page = contacts.ofFile(id, last);
            while (!page.isEmpty()) {
                of(touched, page).forEach(action);
                last = page.get(page.size() - 1).crn();
                page = contacts.ofFile(id, last);
            }
        }
        for (long crn : touched.crns()) {
            contacts.byCrn(crn)
                    .filter(contact -> !touched.files().contains(contact.fileId()))
                    .ifPresent(action);
        }
    }

    /** CRNs ascend with the lines of their file. */
    private List<Contact> of(Touched touched, List<Contact> page) {
        Long run = touched.run();
        if (run == null) {
            return page;
        }
        Contact first = page.get(0);
        Set<Long> logged = access.logged(
                run, first.fileId(), first.line(), page.get(page.size() - 1).line());
        return page.stream().filter(contact -> logged.contains(contact.crn())).toList();
    }
}
