/** What the commands do, the nights of a service, and how all is put together. */
@NullMarked
package bcl.operations;

import org.jspecify.annotations.NullMarked;
