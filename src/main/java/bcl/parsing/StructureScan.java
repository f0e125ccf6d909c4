package bcl.parsing;

import bcl.wire.FileStructure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.ToLongFunction;

/**
 * Looks once over a whole file: is it text, what stands where, which groups have something in common, where can it be cut
 * into parts (interface, section 7). Constant memory, but for two bits a group and for where deferred groups lie, as long as
 * they are few; of what groups have in common, 40 bytes each, more than a million groups are kept in a temporary file. References
 * that seem to recur are read once more. Holds buffers: one a thread.
 */
public final class StructureScan {
    private static final FileStructure BINARY = new FileStructure(false, false, null, null, 0, 0, 0, 0, 0);

    private final int groupsPerPart;
    private final long contactsPerFile;
    private final InboundParser parser = new InboundParser();
    private final ContactKeys keys;

    /**
     * @param groupsPerPart about how many groups a part of the plan has; the last has what is left
     * @param contactsPerFile above it a file gets no plan (FIL00015)
     */
    public StructureScan(int groupsPerPart, long contactsPerFile) {
        this(groupsPerPart, contactsPerFile, ContactKeys::hash);
    }

    /** With a hash of references that may be a bad one: no answer depends on it. */
    StructureScan(int groupsPerPart, long contactsPerFile, ToLongFunction<String> hash) {
        if (groupsPerPart < 1) {
            throw new IllegalArgumentException("groups per part: " + groupsPerPart);
        }
        this.groupsPerPart = groupsPerPart;
        this.contactsPerFile = contactsPerFile;
        this.keys = new ContactKeys(hash);
    }

    /** Scans a file that nobody changes. */
    public ScannedFile scan(Path file) throws IOException {
        try (LineReader lines = LineReader.open(file, 0, 1)) {
            if (Signature.isBinary(lines.head(Signature.LENGTH))) {
                return new ScannedFile(BINARY, FilePlan.NONE);
            }
            try (PlanBuilder plan = new PlanBuilder(groupsPerPart, keys)) {
                Scan scan = new Scan(lines, plan, contactsPerFile);
                scan.run();
                FileStructure structure = scan.structure(parser);
                FilePlan built = scan.hasTooManyGroups() ? FilePlan.NONE : plan.build(file, scan.trailerLine());
                return new ScannedFile(structure, built);
            }
        }
    }
}
