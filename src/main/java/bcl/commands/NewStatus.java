package bcl.commands;

import bcl.wire.ContactStatus;

/**
 * A contact's new status as the CDSP reports it.
 *
 * @param line of the file that it came from, 0 if it came from the command line
 */
public record NewStatus(long line, long crn, ContactStatus status, String reason) {}
