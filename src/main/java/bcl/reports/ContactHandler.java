package bcl.reports;

import bcl.commands.ContactRequest;
import bcl.commands.Crns;
import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.Session;
import bcl.commands.UsageException;
import bcl.contacts.Contact;
import bcl.contacts.ContactSearch;
import bcl.jobs.Stores;
import bcl.ledger.ErasureLedger;
import org.springframework.stereotype.Component;

/**
 * {@code contact}: shows personal data on standard output, which is what the operator asked for and is recorded as an act; none of it goes to a
 * log.
 */
@Component
final class ContactHandler implements Handler<ContactRequest> {
    private final ContactSearch search;
    private final ErasureLedger erasures;
    private final Stores stores;

    ContactHandler(Stores stores, ErasureLedger erasures) {
        this.stores = stores;
        this.erasures = erasures;
        this.search = stores.search();
    }

    @Override
    public Class<ContactRequest> handles() {
        return ContactRequest.class;
    }

    @Override
    public ExitCode handle(ContactRequest request, Session session) {
        Contact contact = search.byCrn(request.crn())
                .orElseThrow(() -> new UsageException("No contact has the CRN " + Crns.text(request.crn())));
        ContactView view = new ContactView(
                contact,
                stores.files().find(contact.fileId()).orElse(null),
                stores.answers().of(contact.fileId()).orElse(null),
                search.follower(contact.crn()).map(Contact::crn).orElse(null),
                erasures.of(contact.fileId()).orElse(null),
                search.records(contact.crn()),
                search.history(contact.crn()));
        stores.operators()
                .acted(stores.clock().now(), session.user(), "contact", "contact " + contact.crn(), "", "shown");
        if (request.json()) {
            ContactJson.write(view, session.out());
        } else {
            new ContactText(session.out()).print(view);
        }
        return ExitCode.DONE;
    }
}
