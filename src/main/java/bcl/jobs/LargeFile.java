package bcl.jobs;

import bcl.ledger.LedgerFile;
import bcl.ledger.Part;
import bcl.parsing.FilePlan;
import bcl.parsing.GroupReader;
import bcl.validation.FileContext;
import bcl.wire.MeterPoints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A large file that a run works on: what its structure pass found, and what its contacts are checked against.
 *
 * @param sealed the copy in the archive
 * @param isFirst whether no other file of its sender can have logged a contact, so that there is nothing to look up; no other
 *     file is decided while this one is
 * @param run that judges what is left of it
 */
record LargeFile(
        LedgerFile file,
        Path sealed,
        FilePlan plan,
        FileContext context,
        MeterPoints points,
        boolean isFirst,
        long run) {
    Assessor assessor() {
        return new Assessor(context, plan, points);
    }

    /** The groups from where a part stands to its end. */
    GroupReader open(Part part) throws IOException {
        return GroupReader.open(
                sealed,
                new bcl.parsing.Part(
                        part.nextGroup(), part.endGroup() - part.nextGroup(), part.nextOffset(), part.nextLine()),
                plan.trailerLine());
    }

    /** The groups of a part from its beginning to where it stands. */
    GroupReader openDone(Part part) throws IOException {
        return GroupReader.open(
                sealed,
                new bcl.parsing.Part(
                        part.firstGroup(), part.nextGroup() - part.firstGroup(), part.startOffset(), part.startLine()),
                plan.trailerLine());
    }

    /** The parts as the ledger keeps them; the last one decides what depends on other groups, if there is any such. */
    static List<Part> planned(LedgerFile file, FilePlan plan) {
        List<Part> parts = new ArrayList<>();
        for (bcl.parsing.Part each : plan.parts()) {
            parts.add(Part.planned(
                    file.id(),
                    parts.size(),
                    Part.Kind.PLAIN,
                    each.firstGroup(),
                    each.groups(),
                    each.offset(),
                    each.line()));
        }
        if (!plan.deferred().isEmpty()) {
            bcl.parsing.Part first = plan.parts().get(0);
            parts.add(Part.planned(
                    file.id(), parts.size(), Part.Kind.DEFERRED, 0, plan.groups(), first.offset(), first.line()));
        }
        return parts;
    }
}
