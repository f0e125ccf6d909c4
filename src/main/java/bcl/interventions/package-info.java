/** What operators decide, with a reason that is recorded: hold, release, rerun, resolve, erase, and what they accept. */
@NullMarked
package bcl.interventions;

import org.jspecify.annotations.NullMarked;
