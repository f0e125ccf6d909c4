package bcl.reconciliation;

/** What a difference is about, and what an operator does about it. */
public enum Subject {
    FILE("Rows of the ledger were changed by hand or lost: compare with a backup, and change nothing before"),
    SEALED_COPY("Restore the copy in archive/ from a backup; without it nothing about the file can be proved"),
    OUTCOME("Rows of the ledger were changed by hand or lost: compare the contact with its answer and a backup"),
    CONTACT("The contact was changed or lost outside of the engine: compare it with the sealed copy and a backup"),
    HISTORY("Events are only ever added: compare the history with the operators' records and a backup"),
    CRN("Run no night before it is put right: a number could be given to a second contact"),
    ANSWER(
            "Compare the answer that the sender has with ./run.sh verify; restore the ledger or the sealed copy from a backup"),
    OUTBOUND(
            "The engine did not write this: keep a copy, move it away and find out who did. An answer is put back when its file"
                    + " is sent again under the same name with the same bytes"),
    STREAM("Run no night before it is put right: numbers could be given twice or be left out"),
    EVIDENCE(
            "The database, or its evidence, was changed since it was sealed: keep the database as it is, run reconcile for the"
                    + " details, and compare with a backup and with the digests that others hold"),
    ERASED("It came back, such as from a backup. ./run.sh erase erases it again, and so does a service with retention"),
    QUARANTINE("The file was changed after it was put there: restore it from a backup or note its loss");

    private final String next;

    Subject(String next) {
        this.next = next;
    }

    /** What to do. */
    public String next() {
        return next;
    }
}
