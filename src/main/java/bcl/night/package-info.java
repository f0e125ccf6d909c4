/** Clock, the nightly window in Europe/London, and the question: may another chunk start? */
@NullMarked
package bcl.night;

import org.jspecify.annotations.NullMarked;
