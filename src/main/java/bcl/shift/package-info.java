/**
 * A night's work, which one process at a time does under the lease: by command or by the clock of a service, with its record, its
 * patience and its seal.
 */
@NullMarked
package bcl.shift;

import org.jspecify.annotations.NullMarked;
