/** A contact group, or a file's structure, to a verdict with all its reasons. Pure functions. */
@NullMarked
package bcl.validation;

import org.jspecify.annotations.NullMarked;
