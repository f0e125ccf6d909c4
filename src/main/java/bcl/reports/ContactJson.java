package bcl.reports;

import bcl.contacts.Contact;
import bcl.contacts.ContactEvent;
import bcl.ledger.Answer;
import bcl.ledger.Erased;
import bcl.ledger.LedgerFile;
import bcl.wire.ContactRecord;
import bcl.wire.ContactStatus;
import java.io.PrintStream;

/** {@code contact --json}. */
final class ContactJson {
    private ContactJson() {}

    static void write(ContactView view, PrintStream out) {
        Contact contact = view.contact();
        try (Json json = Json.on(out)) {
            json.number("crn", contact.crn()).text("status", contact.status().name());
            json.text("statusMeaning", contact.status().meaning());
            json.text("organisation", contact.organisation());
            json.text("code", contact.code()).text("reference", contact.reference());
            json.number("meterPoint", contact.mprn()).instant("logged", contact.createdAt());
            json.number("previous", contact.previousCrn()).number("followedBy", view.follower());
            json.object("file", () -> file(view, json));
            Erased erased = view.erased();
            if (erased != null) {
                json.text("erased", erased.text());
            }
            json.array("records", () -> view.records().forEach(each -> json.object(() -> record(each, json))));
            json.array("history", () -> view.history().forEach(each -> json.object(() -> event(each, json))));
        }
    }

    private static void file(ContactView view, Json json) {
        LedgerFile file = view.file();
        Answer answer = view.answer();
        json.number("number", view.contact().fileId()).text("name", file == null ? null : file.name());
        json.instant("received", file == null ? null : file.receivedAt());
        json.number("line", view.contact().line());
        json.text("answer", answer == null ? null : answer.name().toString());
    }

    private static void record(ContactRecord record, Json json) {
        json.text("record", record.recordId());
        json.object("fields", () -> ContactView.fields(record).forEach(json::text));
    }

    private static void event(ContactEvent event, Json json) {
        ContactStatus from = event.from();
        json.number("sequence", (long) event.sequence()).instant("at", event.at());
        json.text("from", from == null ? null : from.name())
                .text("to", event.to().name());
        json.text("actor", event.actor()).text("reason", event.reason());
    }
}
