/** How commands reach the process that holds an embedded database: a lock, a secret of the home's owner, and a line between them. */
@NullMarked
package bcl.channel;

import org.jspecify.annotations.NullMarked;
