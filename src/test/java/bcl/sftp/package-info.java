/** The SFTP server and real clients: OpenSSH's, and JSch for what OpenSSH refuses to do. */
@NullMarked
package bcl.sftp;

import org.jspecify.annotations.NullMarked;
