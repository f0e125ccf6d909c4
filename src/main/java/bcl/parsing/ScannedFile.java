package bcl.parsing;

import bcl.wire.FileStructure;

/** What {@link StructureScan} found in one pass. */
public record ScannedFile(FileStructure structure, FilePlan plan) {}
