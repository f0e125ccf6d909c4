/** The kill drill: real engine processes on a home of its own, killed again and again, and the proof that nothing came of it. */
@NullMarked
package bcl.drill;

import org.jspecify.annotations.NullMarked;
