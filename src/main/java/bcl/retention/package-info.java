/** Erases personal data when its time has come, and keeps it erased. What was recorded about it stays: CRNs, outcomes, digests. */
@NullMarked
package bcl.retention;

import org.jspecify.annotations.NullMarked;
