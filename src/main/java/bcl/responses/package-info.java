/** Outcomes to answer bytes, published atomically; reconciliation totals. */
@NullMarked
package bcl.responses;

import org.jspecify.annotations.NullMarked;
