/** Organisations and the meter point snapshot: load, index, look up. */
@NullMarked
package bcl.reference;

import org.jspecify.annotations.NullMarked;
