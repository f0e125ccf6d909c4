package bcl.reconciliation;

import bcl.ledger.LedgerFile;
import bcl.ledger.Outcome;
import bcl.parsing.InboundParser;
import bcl.parsing.RawGroup;
import bcl.validation.ContactRules;
import bcl.validation.Content;
import bcl.wire.ContactRecord;
import bcl.wire.ContactStatus;
import bcl.wire.Finding;
import bcl.wire.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** One contact as it was sent, its outcome, and what was stored of it. Holds a parser: one a thread. */
final class GroupAudit {
    private static final String REFERENCE = "ORIGINATOR_REFERENCE";
    private static final String CODE = "CONTACT_CODE";
    private static final String METER_POINT = "METER_POINT_REFERENCE";
    private static final String PREVIOUS = "PREVIOUS_CONTACT_REFERENCE";
    private static final ObjectReader FIELDS =
            JsonMapper.builder().build().readerFor(new TypeReference<LinkedHashMap<String, String>>() {});

    private final Audit audit;
    private final InboundParser parser = new InboundParser();

    GroupAudit(Audit audit) {
        this.audit = audit;
    }

    void check(LedgerFile file, RawGroup group, Outcome outcome, StoredContacts stored) {
        findings(file, outcome);
        Long crn = outcome.crn();
        StoredContacts.Stored contact = crn == null ? null : stored.contacts().get(crn);
        if (file.isTest() || crn == null || contact == null) {
            return; // what is missing here is told by Crosswise, for every file
        }
        Content sent = ContactRules.content(parser.parse(group));
        switch (outcome.kind()) {
            case AC -> {
                if (contact.fileId() == file.id() && contact.line() == outcome.line()) {
                    created(file, outcome, crn, contact, sent, stored.records().getOrDefault(crn, List.of()));
                }
            }
            case RP -> {
                if (sent == null || !contact.digest().equals(sent.digest())) {
                    differs(Subject.OUTCOME, file, outcome, "repeats contact " + crn + ", which has another content");
                }
            }
            case RJ -> {}
        }
    }

    private void findings(LedgerFile file, Outcome outcome) {
        boolean rejects =
                outcome.findings().stream().anyMatch(each -> !each.reason().isWarning());
        boolean right = switch (outcome.kind()) {
            case AC -> !rejects && isNew(file, outcome);
            case RJ -> rejects;
            case RP -> outcome.findings().stream().map(Finding::reason).toList().equals(List.of(Reason.CON00011));
        };
        if (!right) {
            differs(Subject.OUTCOME, file, outcome, "its reasons or status do not belong to " + outcome.kind());
        }
    }

    private static boolean isNew(LedgerFile file, Outcome outcome) {
        return file.isTest() ? outcome.status() == null : outcome.status() == ContactStatus.AACA;
    }

    private void created(
            LedgerFile file,
            Outcome outcome,
            long crn,
            StoredContacts.Stored contact,
            @Nullable Content sent,
            List<ContactRecord> records) {
        if (sent == null) {
            differs(Subject.OUTCOME, file, outcome, "accepted, but what was sent cannot be accepted");
            return;
        }
        if (!contact.digest().equals(sent.digest())) {
            differs(
                    Subject.CONTACT,
                    file,
                    outcome,
                    "contact " + crn + " has another content digest than what was sent");
        }
        Map<String, String> fields = FIELDS.readValue(sent.records().get(0).fields());
        boolean same = contact.reference().equals(fields.get(REFERENCE))
                && contact.code().equals(fields.get(CODE))
                && text(contact.mprn()).equals(fields.getOrDefault(METER_POINT, ""))
                && text(contact.previousCrn()).equals(fields.getOrDefault(PREVIOUS, ""));
        if (!same) {
            differs(
                    Subject.CONTACT,
                    file,
                    outcome,
                    "contact " + crn + " has another reference, code, meter point or previous contact than was sent");
        }
        if (!areStored(sent.records(), records)) {
            differs(Subject.CONTACT, file, outcome, "the records of contact " + crn + " are not what was sent");
        }
    }

    private static boolean areStored(List<ContactRecord> sent, List<ContactRecord> stored) {
        if (sent.size() != stored.size()) {
            return false;
        }
        for (int i = 0; i < sent.size(); i++) {
            if (!isStored(sent.get(i), stored.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStored(ContactRecord sent, ContactRecord stored) {
        if (!sent.recordId().equals(stored.recordId())) {
            return false;
        }
        try {
            Map<String, String> expected = FIELDS.readValue(sent.fields());
            return expected.equals(FIELDS.readValue(stored.fields()));
        } catch (JacksonException e) {
            return false; // what is no JSON any more was not stored so
        }
    }

    private void differs(Subject subject, LedgerFile file, Outcome outcome, String what) {
        audit.differences().add(subject, file.id(), outcome.line(), what);
    }

    private static String text(@Nullable Long number) {
        return number == null ? "" : number.toString();
    }
}
