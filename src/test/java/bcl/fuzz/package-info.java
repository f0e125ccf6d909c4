/**
 * Hostile input: mutants of the sample files, judged by a second reading of the interface that shares nothing with the engine's
 * parser; every answer must account for every line that was sent.
 */
@NullMarked
package bcl.fuzz;

import org.jspecify.annotations.NullMarked;
