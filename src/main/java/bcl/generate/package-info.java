/** Synthetic homes: reference data and files of contacts, for tests, measurements and senders' rehearsals. */
@NullMarked
package bcl.generate;

import org.jspecify.annotations.NullMarked;
