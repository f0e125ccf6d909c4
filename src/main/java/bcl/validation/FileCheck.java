package bcl.validation;

import bcl.wire.FileFinding;
import bcl.wire.FileName;
import bcl.wire.FileStructure;
import bcl.wire.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a whole file is rejected, and why (interface, sections 1, 2, 6 and 7). Pure functions, safe for several threads. */
public final class FileCheck {
    private static final Set<Reason> LEAVE_THE_NUMBER =
            EnumSet.of(Reason.FIL00001, Reason.FIL00006, Reason.FIL00009, Reason.FIL00011, Reason.FIL00012);

    private FileCheck() {}

    /**
     * All reasons for rejecting the file, ordered by code, each once, with the line that the answer shows; empty if its contacts
     * are to be judged.
     *
     * @param structure what the scan found; null if and only if the file is larger than agreed and was not looked into (FIL00018)
     */
    public static List<FileFinding> check(FileFacts facts, @Nullable FileStructure structure) {
        FileName name = facts.name();
        if (name == null) {
            return List.of(new FileFinding(Reason.FIL00001, 1));
        }
        if (structure != null && structure.empty()) {
            return List.of(new FileFinding(Reason.FIL00003, 1));
        }
        FileView file = new FileView(facts, name, structure);
        List<FileFinding> found = new ArrayList<>();
        for (FileRule rule : FileRules.ALL) {
            rule.judge(file, found);
        }
        found.sort(Comparator.comparing(FileFinding::reason));
        return List.copyOf(found);
    }

    /**
     * Whether a rejected file uses up the generation number of its name. An empty file has FIL00003 alone, so that the facts
     * are needed to see that its number was used before or is another organisation's.
     */
    public static boolean usesUpNumber(FileFacts facts, List<FileFinding> reasons) {
        if (reasons.stream().anyMatch(finding -> LEAVE_THE_NUMBER.contains(finding.reason()))) {
            return false;
        }
        return facts.nameIsOwners() && facts.numberFault() != Reason.FIL00011;
    }
}
