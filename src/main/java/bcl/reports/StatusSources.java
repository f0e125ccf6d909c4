package bcl.reports;

import bcl.contacts.ContactSearch;
import bcl.ledger.AnswerLedger;
import bcl.ledger.OperatorLedger;
import bcl.ledger.Overview;
import bcl.ledger.RunLedger;
import bcl.night.Forecast;
import bcl.night.NightClock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What {@code status} asks.
 *
 * @param forecast empty if none can be made
 */
record StatusSources(
        Overview overview,
        RunLedger runs,
        AnswerLedger answers,
        OperatorLedger operators,
        ContactSearch contacts,
        NightClock clock,
        Supplier<Optional<Forecast>> forecast) {}
