/** Real processes, really killed. */
@NullMarked
package bcl.crash;

import org.jspecify.annotations.NullMarked;
