package bcl.fuzz;

import static bcl.fuzz.AnswerCheck.same;

import bcl.night.SettableClock;
import bcl.night.UkTime;
import bcl.parsing.FilePlan;
import bcl.parsing.GroupReader;
import bcl.parsing.InboundParser;
import bcl.parsing.Part;
import bcl.parsing.RawGroup;
import bcl.parsing.StructureScan;
import bcl.preview.AnswerPreview;
import bcl.preview.PreviewResult;
import bcl.reference.ReferenceFolder;
import bcl.validation.ContactRules;
import bcl.wire.Limits;
import bcl.wire.Organisation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Decides one file in every way that needs no database, and holds the answers against the file. For one thread. */
final class Target {
    static final Limits LIMITS = new Limits(10_000, 64 << 20, Map.of());
    private static final Instant NIGHT = Instant.parse("2026-11-21T00:15:00Z");

    private final ReferenceFolder.Usable reference;
    private final Path folder;
    private final AnswerPreview preview;
    private final InboundParser parser = new InboundParser();
    private final StructureScan whole = new StructureScan(Integer.MAX_VALUE, LIMITS.contactsPerFile());
    private final StructureScan small = new StructureScan(2, LIMITS.contactsPerFile());

    Target(Path reference, Path folder) throws IOException {
        this.reference = (ReferenceFolder.Usable) ReferenceFolder.read(reference);
        this.folder = folder;
        this.preview = new AnswerPreview(this.reference, LIMITS, new SettableClock(NIGHT));
    }

    /** Whether contacts were judged. */
    boolean decide(Specimen sent) throws IOException {
        Path file = Files.write(folder.resolve(sent.name()), sent.bytes());
        try {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            PreviewResult result = preview.write(file, answer);
            Optional<Organisation> owner = reference.organisations().find(sent.owner());
            if (owner.isEmpty()) {
                same(0, answer.size(), "bytes for nobody");
                return false;
            }
            new AnswerCheck(sent, owner.get(), UkTime.localDate(NIGHT), LIMITS, false).check(answer.toByteArray());
            if (result instanceof PreviewResult.Rejection) {
                return false;
            }
            partsHoldEveryByte(file, Reading.of(sent.bytes()));
            return true;
        } finally {
            Files.delete(file);
        }
    }

    /** Parts are what workers of a night read side by side. */
    private void partsHoldEveryByte(Path file, Reading reading) throws IOException {
        FilePlan one = whole.scan(file).plan();
        FilePlan many = small.scan(file).plan();
        same(one.groups(), many.groups(), "groups");
        same(one.deferred(), many.deferred(), "groups that wait for others");
        same(one.repeatedReferences(), many.repeatedReferences(), "references that recur");
        long next = one.parts().get(0).offset();
        long line = 2;
        int groups = 0;
        for (Part part : many.parts()) {
            try (GroupReader reader = GroupReader.open(file, part, many.trailerLine())) {
                for (RawGroup group = reader.next(); group != null; group = reader.next()) {
                    same(groups++, group.ordinal(), "ordinal");
                    same(next, group.lines().get(0).offset(), "first byte of group " + group.ordinal());
                    same(line, group.lines().get(0).number(), "first line of group " + group.ordinal());
                    next = group.endOffset();
                    line = group.nextLine();
                    ContactRules.content(parser.parse(group));
                }
            }
        }
        same(one.groups(), groups, "groups in parts");
        same((long) reading.last(), line, "line behind the last group");
    }
}
