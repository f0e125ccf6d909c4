/** The house rules as tests. */
@NullMarked
package bcl.architecture;

import org.jspecify.annotations.NullMarked;
