/** The SFTP server for senders: each organisation sees its own folder and nothing else. */
@NullMarked
package bcl.sftp;

import org.jspecify.annotations.NullMarked;
