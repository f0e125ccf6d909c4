package bcl.jobs;

import bcl.contacts.ContactSearch;
import bcl.contacts.Contacts;
import bcl.ledger.AnswerLedger;
import bcl.ledger.FileLedger;
import bcl.ledger.OperatorLedger;
import bcl.ledger.OutcomeLedger;
import bcl.ledger.PartLedger;
import bcl.ledger.RerunLedger;
import bcl.ledger.RunLedger;
import bcl.ledger.StreamLedger;
import bcl.night.NightClock;
import bcl.wire.Home;

/** Where the jobs keep things, and their time. */
public record Stores(
        Home home,
        NightClock clock,
        FileLedger files,
        PartLedger parts,
        OutcomeLedger outcomes,
        AnswerLedger answers,
        StreamLedger streams,
        OperatorLedger operators,
        RunLedger runs,
        RerunLedger reruns,
        Contacts contacts,
        ContactSearch search) {}
