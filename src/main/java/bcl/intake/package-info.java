/** Landing folder to a sealed private copy with its digest. */
@NullMarked
package bcl.intake;

import org.jspecify.annotations.NullMarked;
