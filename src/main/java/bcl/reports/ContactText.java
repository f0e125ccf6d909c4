package bcl.reports;

import bcl.commands.Crns;
import bcl.commands.Printable;
import bcl.contacts.Contact;
import bcl.contacts.ContactEvent;
import bcl.ledger.Answer;
import bcl.ledger.Erased;
import bcl.ledger.LedgerFile;
import bcl.night.UkTime;
import bcl.wire.ContactRecord;
import bcl.wire.ContactStatus;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** {@code contact} for people. */
final class ContactText {
    private final PrintStream out;

    ContactText(PrintStream out) {
        this.out = out;
    }

    void print(ContactView view) {
        Contact contact = view.contact();
        Answer answer = view.answer();
        out.println("Contact " + Crns.text(contact.crn()) + ": " + contact.status() + ", "
                + contact.status().meaning());
        row("Organisation", contact.organisation());
        row("Code", contact.code() + (view.codeName().isEmpty() ? "" : ", " + view.codeName()));
        row("Reference", Printable.of(contact.reference()));
        row("Meter point", orNone(contact.mprn()));
        row("Logged", UkTime.readable(contact.createdAt()));
        row("File", file(contact, view.file()));
        row("Answer", answer == null ? "none yet" : answer.name().toString());
        row("Previous", orNone(contact.previousCrn()));
        row("Followed by", orNone(view.follower()));
        out.println();
        out.println("Records");
        Erased erased = view.erased();
        if (erased != null) {
            out.println("  " + erased.text());
        }
        view.records().forEach(this::record);
        out.println();
        out.println("History");
        view.history().forEach(this::event);
    }

    private static String file(Contact contact, @Nullable LedgerFile file) {
        String delivery = file == null
                ? "which the ledger does not have (./run.sh reconcile tells more)"
                : Printable.of(file.name()) + ", received " + UkTime.readable(file.receivedAt());
        return "line " + contact.line() + " of file " + contact.fileId() + ", " + delivery;
    }

    private void record(ContactRecord record) {
        out.println("  " + record.recordId());
        ContactView.fields(record).forEach((name, value) -> out.printf("    %-32s %s%n", name, Printable.prose(value)));
    }

    private void event(ContactEvent event) {
        ContactStatus from = event.from();
        String reason = event.reason();
        out.printf(
                "  %3d  %s  %s  by %s%s%n",
                event.sequence(),
                UkTime.readable(event.at()),
                from == null ? event.to() : from + " -> " + event.to(),
                Printable.prose(event.actor()),
                reason == null ? "" : ": " + Printable.prose(reason));
    }

    private void row(String name, String value) {
        out.printf("  %-14s %s%n", name, value);
    }

    private static String orNone(@Nullable Long number) {
        return number == null ? "none" : number.toString();
    }
}
