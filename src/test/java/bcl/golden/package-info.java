/** The golden test: plays the cases of {@code sample-files/} through the engine and compares every answer byte for byte. */
@NullMarked
package bcl.golden;

import org.jspecify.annotations.NullMarked;
