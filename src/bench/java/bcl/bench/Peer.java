package bcl.bench;

import bcl.parsing.GroupReader;
import bcl.parsing.InboundParser;
import bcl.parsing.Part;
import bcl.parsing.RawGroup;
import bcl.parsing.ScannedFile;
import bcl.parsing.StructureScan;
import bcl.validation.Assessed;
import bcl.validation.ContactRules;
import bcl.validation.FileContext;
import bcl.validation.Verdict;
import bcl.wire.ContactGroup;
import bcl.wire.InboundRecord;
import bcl.wire.Limits;
import bcl.wire.MeterPoint;
import bcl.wire.OpenKey;
import bcl.wire.Organisation;
import bcl.wire.Role;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * One file, decided as Spring Batch's guides show it. The peers use the engine's own parser, rules and renderer of answers, which makes
 * them faster than what a user would write: what differs is how they read the database and write to it.
 */
final class Peer {
    private final GroupReader groups;
    private final ScannedFile scanned;
    private final InboundParser parser = new InboundParser();
    private final Selects selects;
    private final FileContext context;
    private final Set<OpenKey> accepted = new HashSet<>();
    private long crn = 5_000_000_000L;

    Peer(Path file, Selects selects, String organisation) throws Exception {
        this.selects = selects;
        this.scanned = new StructureScan(Integer.MAX_VALUE, Long.MAX_VALUE).scan(file);
        Part whole = scanned.plan().parts().get(0);
        this.groups = GroupReader.open(
                file,
                new Part(0, scanned.plan().groups(), whole.offset(), whole.line()),
                scanned.plan().trailerLine());
        this.context = new FileContext(
                new Organisation(organisation, 1000, "", Role.S, true),
                LocalDate.of(2026, 1, 1),
                new Limits(Long.MAX_VALUE, Long.MAX_VALUE, Map.of()));
    }

    ItemReader<ContactGroup> reader() {
        return () -> {
            RawGroup group = groups.next();
            return group == null ? null : parser.parse(group);
        };
    }

    /** Stock: a SELECT for each thing that is asked. */
    Decided one(ContactGroup group) {
        Map<Long, MeterPoint> points = new HashMap<>();
        for (long mprn : mprns(group)) {
            MeterPoint point = selects.point(mprn);
            if (point != null) {
                points.put(mprn, point);
            }
        }
        Assessed contact = assess(group, points);
        Decided.Seen seen = new Decided.Seen(accepted);
        if (contact.referenceToAsk() != null) {
            selects.references(List.of(contact.referenceToAsk()), seen);
        }
        OpenKey key = contact.openKey();
        if (key != null) {
            selects.open(key.code(), List.of(key.mprn()), seen);
        }
        return decide(contact, seen);
    }

    /** Competent: a SELECT a chunk for each table. */
    List<Decided> many(List<? extends ContactGroup> chunk) {
        Set<Long> mprns = new HashSet<>();
        chunk.forEach(group -> mprns.addAll(mprns(group)));
        Map<Long, MeterPoint> points = selects.points(mprns);
        List<Assessed> contacts =
                chunk.stream().map(group -> assess(group, points)).toList();
        Decided.Seen seen = new Decided.Seen(accepted);
        List<String> references = new ArrayList<>();
        Map<String, List<Long>> open = new HashMap<>();
        for (Assessed contact : contacts) {
            if (contact.referenceToAsk() != null) {
                references.add(contact.referenceToAsk());
            }
            OpenKey key = contact.openKey();
            if (key != null) {
                open.computeIfAbsent(key.code(), code -> new ArrayList<>()).add(key.mprn());
            }
        }
        selects.references(references, seen);
        open.forEach((code, numbers) -> selects.open(code, numbers, seen));
        return contacts.stream().map(contact -> decide(contact, seen)).toList();
    }

    private Assessed assess(ContactGroup group, Map<Long, MeterPoint> points) {
        boolean repeats = scanned.plan().repeatsReference(group.ordinal());
        return ContactRules.assess(group, context, new Decided.Selected(points), repeats);
    }

    private Decided decide(Assessed contact, Decided.Seen seen) {
        Verdict verdict = Verdict.decide(contact, seen);
        if (verdict instanceof Verdict.Accepted && contact.openKey() != null) {
            accepted.add(contact.openKey());
        }
        return new Decided(contact, verdict, verdict instanceof Verdict.Accepted ? ++crn : 0);
    }

    private static Set<Long> mprns(ContactGroup group) {
        Set<Long> mprns = new HashSet<>();
        for (InboundRecord record : group.records()) {
            int field =
                    switch (record.id()) {
                        case "L01" -> 4;
                        case "L07", "L10" -> 2;
                        default -> 0;
                    };
            if (field > 0 && record.value(field) instanceof Long mprn) {
                mprns.add(mprn);
            }
        }
        return mprns;
    }
}
