package bcl.operations;

import bcl.contacts.ContactSearch;
import bcl.ledger.AnswerLedger;
import bcl.ledger.OperatorLedger;
import bcl.ledger.Overview;
import bcl.night.NightClock;

/** What {@code status} asks. */
record StatusSources(
        Overview overview, AnswerLedger answers, OperatorLedger operators, ContactSearch contacts, NightClock clock) {}
