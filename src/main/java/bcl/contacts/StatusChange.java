package bcl.contacts;

import bcl.wire.ContactStatus;

/**
 * The CDSP reports that a contact moved on.
 *
 * @param from the status that it has, as it was locked
 */
public record StatusChange(long crn, ContactStatus from, ContactStatus to, String reason) {}
