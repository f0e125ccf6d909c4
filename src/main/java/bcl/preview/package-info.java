/** The answers that files would get, each alone, without home and database. */
@NullMarked
package bcl.preview;

import org.jspecify.annotations.NullMarked;
