/**
 * From a command line to an engine that may be used: who holds the home, its settings, the checks of an unsafe store, its database
 * and its Spring context; and the commands that need no home.
 */
@NullMarked
package bcl.startup;

import org.jspecify.annotations.NullMarked;
