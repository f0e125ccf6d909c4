package bcl.reports;

import bcl.commands.Crns;
import bcl.commands.Printable;
import bcl.ledger.Answer;
import bcl.ledger.Erased;
import bcl.night.UkTime;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** {@code touched} for people. */
final class TouchedText {
    private final TouchedBook book;
    private final boolean contacts;
    private final PrintStream out;

    TouchedText(TouchedBook book, boolean contacts, PrintStream out) {
        this.book = book;
        this.contacts = contacts;
        this.out = out;
    }

    void print(String subject, Touched touched, TouchedBook.Sum sum) {
        out.println("Touched by " + Printable.prose(subject) + ": "
                + String.format(Locale.UK, "%,d files, %,d contacts", sum.files(), sum.contacts()));
        for (Map.Entry<String, Long> organisation : sum.byOrganisation().entrySet()) {
            out.printf(Locale.UK, "  %s  %,d contacts%n", organisation.getKey(), organisation.getValue());
        }
        if (sum.files() > 0) {
            out.println();
            out.println("Files");
            book.forEachFile(touched, this::file);
        }
        section("Not taken, or not answered by this engine", touched.names(), Printable::of);
        section(
                "Logins, once a day for the same key and address",
                touched.logins(),
                login -> UkTime.readable(login.at()) + "  " + Printable.of(login.subject()) + "  "
                        + Printable.prose(login.detail()));
        section(
                "Transfers, once a day for the same file",
                touched.transfers(),
                each -> UkTime.readable(each.at()) + "  " + each.organisation() + "  " + each.kind() + "  "
                        + Printable.of(each.name()) + "  from " + each.source() + " with key " + each.key());
        section(
                "Acts",
                touched.acts(),
                act -> UkTime.readable(act.at()) + "  " + Printable.prose(act.actor()) + "  " + act.verb() + "  "
                        + Printable.prose(act.subject())
                        + (act.reason().isEmpty() ? "" : ": " + Printable.prose(act.reason())));
        if (contacts) {
            out.println();
            out.println("Contacts");
            book.forEachContact(
                    touched,
                    contact -> out.println("  " + Crns.text(contact.crn()) + "  " + contact.organisation() + "  "
                            + contact.code() + "  meter point " + (contact.mprn() == null ? "none" : contact.mprn())
                            + "  " + contact.status() + "  file " + contact.fileId() + ", line " + contact.line()));
        }
    }

    private void file(TouchedBook.Entry entry) {
        Answer answer = entry.answer();
        Erased erased = entry.erased();
        out.println("  " + entry.file().id() + "  " + entry.file().organisation() + "/"
                + Printable.of(entry.file().name()) + ", received "
                + UkTime.readable(entry.file().receivedAt()) + ", "
                + entry.file().state() + ", "
                + entry.contacts() + " contacts"
                + (answer == null ? "" : ", answer " + answer.name())
                + (erased == null ? "" : ", content " + erased.text()));
    }

    private <T> void section(String title, Collection<T> rows, Function<T, String> text) {
        if (!rows.isEmpty()) {
            out.println();
            out.println(title);
            rows.forEach(row -> out.println("  " + text.apply(row)));
        }
    }
}
