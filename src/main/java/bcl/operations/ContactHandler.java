package bcl.operations;

import bcl.commands.ContactRequest;
import bcl.commands.Crns;
import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.Session;
import bcl.commands.UsageException;
import bcl.contacts.Contact;
import bcl.contacts.ContactSearch;
import bcl.ledger.AnswerLedger;
import bcl.ledger.ErasureLedger;
import bcl.ledger.FileLedger;
import org.springframework.stereotype.Component;

/** {@code contact}: shows personal data on standard output, which is what the operator asked for; none of it goes to a log. */
@Component
final class ContactHandler implements Handler<ContactRequest> {
    private final ContactSearch search;
    private final FileLedger files;
    private final AnswerLedger answers;
    private final ErasureLedger erasures;

    ContactHandler(ContactSearch search, FileLedger files, AnswerLedger answers, ErasureLedger erasures) {
        this.erasures = erasures;
        this.search = search;
        this.files = files;
        this.answers = answers;
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
                files.find(contact.fileId()).orElse(null),
                answers.of(contact.fileId()).orElse(null),
                search.follower(contact.crn()).map(Contact::crn).orElse(null),
                erasures.of(contact.fileId()).orElse(null),
                search.records(contact.crn()),
                search.history(contact.crn()));
        if (request.json()) {
            ContactJson.write(view, session.out());
        } else {
            new ContactText(session.out()).print(view);
        }
        return ExitCode.DONE;
    }
}
