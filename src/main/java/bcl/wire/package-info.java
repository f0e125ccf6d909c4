/** Words of the files: record types, field formats, the file-name grammar, contact codes and rejection reasons. */
@NullMarked
package bcl.wire;

import org.jspecify.annotations.NullMarked;
