/** Personal data is where it belongs and nowhere else. */
@NullMarked
package bcl.privacy;

import org.jspecify.annotations.NullMarked;
