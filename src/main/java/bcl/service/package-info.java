/** {@code serve}: a process that stays up, with its intake by day, its daily acts, SFTP, HTTP, health and figures. */
@NullMarked
package bcl.service;

import org.jspecify.annotations.NullMarked;
