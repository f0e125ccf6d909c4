/** Mutation testing of the packages without Spring: the survivors of a run are held against the written reasons. */
@NullMarked
package bcl.mutation;

import org.jspecify.annotations.NullMarked;
