/** Bytes to numbered, typed records, under limits; records to bytes. */
@NullMarked
package bcl.parsing;

import org.jspecify.annotations.NullMarked;
