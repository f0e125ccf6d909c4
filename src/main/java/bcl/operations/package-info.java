/** The commands of the operator and their exit codes. */
@NullMarked
package bcl.operations;

import org.jspecify.annotations.NullMarked;
