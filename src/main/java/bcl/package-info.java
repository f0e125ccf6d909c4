/** Starts the program; wiring only. */
@NullMarked
package bcl;

import org.jspecify.annotations.NullMarked;
