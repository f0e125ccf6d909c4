/** Tamper evidence: what was recorded, chained by hashes by the day, so that a digest given away proves it for ever after. */
@NullMarked
package bcl.evidence;

import org.jspecify.annotations.NullMarked;
