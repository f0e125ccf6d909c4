package bcl.generate;

import bcl.wire.FileName;
import bcl.wire.Organisation;
import bcl.wire.StreamName;

/** One organisation and what it sent so far. */
final class Sender {
    private final Organisation organisation;
    private final Drafts drafts;
    private int files;
    private String usedReference = "";

    Sender(Organisation organisation, Drafts drafts) {
        this.organisation = organisation;
        this.drafts = drafts;
    }

    Organisation organisation() {
        return organisation;
    }

    Drafts drafts() {
        return drafts;
    }

    FileName nextFile() {
        files++;
        return new FileName(new StreamName(organisation.shortCode() + "01", bcl.wire.Environment.PN, "BCL"), files);
    }

    /** Of an accepted contact of an earlier file; empty if there is none. */
    String usedReference() {
        return usedReference;
    }

    void used(String reference) {
        usedReference = reference;
    }
}
