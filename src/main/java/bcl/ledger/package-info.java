/** The truth: files, attempts, outcomes, answers, audit events; guarded state changes. */
@NullMarked
package bcl.ledger;

import org.jspecify.annotations.NullMarked;
