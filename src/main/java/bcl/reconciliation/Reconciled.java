package bcl.reconciliation;

/**
 * What was checked, and what came of it.
 *
 * @param files all deliveries
 * @param unfinished those of them that are not decided yet: only what must hold at any time was asked of them
 * @param erased those whose content was erased by rule: what was recorded of them was checked
 * @param outcomes of decided files, each compared with the sealed copy
 * @param answers made again and compared
 * @param inOutbound those of them that still lie in {@code outbound/} and were compared there too
 * @param seals of the evidence, each with all that lies under it
 * @param differences how many were found; of each subject 1,000 are told
 * @param complete false if it was stopped before its end
 */
public record Reconciled(
        long files,
        long unfinished,
        long erased,
        long contacts,
        long outcomes,
        long answers,
        long inOutbound,
        long seals,
        long differences,
        boolean complete) {}
