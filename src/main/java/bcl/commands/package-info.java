/** What can be asked of the engine and how it ends: the requests, who asks, exit codes and the two ways to fail. */
@NullMarked
package bcl.commands;

import org.jspecify.annotations.NullMarked;
