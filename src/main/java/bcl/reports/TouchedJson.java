package bcl.reports;

import bcl.contacts.Contact;
import bcl.ledger.AccessLedger.Act;
import bcl.ledger.Answer;
import bcl.ledger.Erased;
import bcl.ledger.Notice;
import bcl.ledger.Transfer;
import java.io.PrintStream;

/** {@code touched --json}. */
final class TouchedJson {
    private final TouchedBook book;
    private final boolean contacts;

    TouchedJson(TouchedBook book, boolean contacts) {
        this.book = book;
        this.contacts = contacts;
    }

    void write(Touched touched, TouchedBook.Sum sum, PrintStream out) {
        try (Json json = Json.on(out)) {
            json.number("fileCount", sum.files()).number("contactCount", sum.contacts());
            json.object("contactsByOrganisation", () -> sum.byOrganisation().forEach(json::number));
            json.array("files", () -> book.forEachFile(touched, entry -> json.object(() -> file(entry, json))));
            json.array("unknownFiles", () -> touched.names().forEach(json::text));
            json.array("logins", () -> touched.logins().forEach(each -> json.object(() -> login(each, json))));
            json.array("transfers", () -> touched.transfers().forEach(each -> json.object(() -> transfer(each, json))));
            json.array("acts", () -> touched.acts().forEach(each -> json.object(() -> act(each, json))));
            if (contacts) {
                json.array(
                        "contacts", () -> book.forEachContact(touched, each -> json.object(() -> contact(each, json))));
            }
        }
    }

    private static void file(TouchedBook.Entry entry, Json json) {
        Answer answer = entry.answer();
        Erased erased = entry.erased();
        json.number("number", entry.file().id())
                .text("organisation", entry.file().organisation());
        json.text("name", entry.file().name()).instant("received", entry.file().receivedAt());
        json.text("state", entry.file().state().name());
        json.number("contacts", entry.contacts());
        json.text("answer", answer == null ? null : answer.name().toString());
        json.text("erased", erased == null ? null : erased.text());
    }

    private static void login(Notice login, Json json) {
        json.instant("at", login.at()).text("organisation", login.subject()).text("detail", login.detail());
    }

    private static void transfer(Transfer transfer, Json json) {
        json.instant("at", transfer.at()).text("organisation", transfer.organisation());
        json.text("key", transfer.key()).text("source", transfer.source());
        json.text("kind", transfer.kind()).text("name", transfer.name());
    }

    private static void act(Act act, Json json) {
        json.instant("at", act.at()).text("actor", act.actor()).text("verb", act.verb());
        json.text("subject", act.subject()).text("reason", act.reason()).text("result", act.result());
    }

    private static void contact(Contact contact, Json json) {
        json.number("crn", contact.crn()).text("organisation", contact.organisation());
        json.text("code", contact.code()).number("meterPoint", contact.mprn());
        json.text("status", contact.status().name());
        json.number("file", contact.fileId()).number("line", contact.line());
    }
}
