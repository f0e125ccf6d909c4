/** The command line: options and help pages of each command (picocli), read into requests. */
@NullMarked
package bcl.commandline;

import org.jspecify.annotations.NullMarked;
