package bcl.jobs;

import bcl.contacts.Contact;
import bcl.contacts.ContactSearch;
import bcl.validation.Assessed;
import bcl.validation.Known;
import bcl.wire.OpenKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the database and the run itself know of an organisation's contacts. The database is asked once for a whole chunk, with
 * arrays of keys.
 */
final class KnownContacts implements Known {
    private final Map<String, Contact> references;
    private final Set<OpenKey> open;
    private final Map<Long, Contact> previous;
    private final Set<Long> followed;
    private final Accepted earlierFiles;
    private final Accepted thisFile;

    private KnownContacts(
            Map<String, Contact> references,
            Set<OpenKey> open,
            Map<Long, Contact> previous,
            Set<Long> followed,
            Accepted... accepted) {
        this.references = references;
        this.open = open;
        this.previous = previous;
        this.followed = followed;
        this.earlierFiles = accepted[0];
        this.thisFile = accepted[1];
    }

    /**
     * Asks the database for all that these contacts of one organisation may need.
     *
     * @param exceptFile contacts that were created from this file are left out: what groups of one file mean to each other does
     *     not depend on which of them are committed already
     */
    static KnownContacts lookUp(
            ContactSearch search, String organisation, Collection<Assessed> contacts, long exceptFile) {
        List<Long> crns = keys(contacts, Assessed::previousCrn);
        return new KnownContacts(
                search.byReference(organisation, keys(contacts, Assessed::referenceToAsk), exceptFile),
                search.open(organisation, keys(contacts, Assessed::openKey), exceptFile),
                search.byCrns(crns, exceptFile),
                search.followed(crns, exceptFile),
                new Accepted(),
                new Accepted());
    }

    /** As {@link #lookUp}, for the contacts of several organisations, in as many statements as for one; by organisation. */
    static Map<String, KnownContacts> lookUpAll(
            ContactSearch search, Map<String, ? extends Collection<Assessed>> contacts) {
        Map<String, List<String>> references = new HashMap<>();
        Map<String, List<OpenKey>> keys = new HashMap<>();
        Map<String, List<Long>> crns = new HashMap<>();
        contacts.forEach((organisation, ofSender) -> {
            references.put(organisation, keys(ofSender, Assessed::referenceToAsk));
            keys.put(organisation, keys(ofSender, Assessed::openKey));
            crns.put(organisation, keys(ofSender, Assessed::previousCrn));
        });
        List<Long> allCrns =
                crns.values().stream().flatMap(List::stream).distinct().toList();
        Map<String, Map<String, Contact>> byReference = search.ofSenders().byReference(references);
        Map<String, Set<OpenKey>> open = search.ofSenders().open(keys);
        Map<Long, Contact> previous = search.byCrns(allCrns, 0);
        Set<Long> followed = search.followed(allCrns, 0);
        Map<String, KnownContacts> known = new HashMap<>();
        for (String organisation : contacts.keySet()) {
            known.put(
                    organisation,
                    new KnownContacts(
                            byReference.getOrDefault(organisation, Map.of()),
                            open.getOrDefault(organisation, Set.of()),
                            previous,
                            followed,
                            new Accepted(),
                            new Accepted()));
        }
        return known;
    }

    /** For a sender of whom the database holds no contact. */
    static KnownContacts none() {
        return new KnownContacts(Map.of(), Set.of(), Map.of(), Set.of(), new Accepted(), new Accepted());
    }

    /** The same look-ups beside what was accepted since. */
    KnownContacts with(Accepted fromEarlierFiles, Accepted fromThisFile) {
        return new KnownContacts(references, open, previous, followed, fromEarlierFiles, fromThisFile);
    }

    @Override
    public @Nullable Earlier withReference(String reference) {
        Earlier inRun = earlierFiles.withReference(reference);
        Contact stored = references.get(reference);
        if (inRun != null || stored == null) {
            return inRun;
        }
        return new Earlier(stored.crn(), stored.status(), stored.contentDigest());
    }

    @Override
    public boolean hasOpen(OpenKey key) {
        return open.contains(key) || earlierFiles.hasOpen(key) || thisFile.hasOpen(key);
    }

    @Override
    public @Nullable Previous withCrn(long crn) {
        Contact stored = previous.get(crn);
        if (stored == null) {
            return earlierFiles.withCrn(crn);
        }
        boolean hasFollower = followed.contains(crn) || earlierFiles.follows(crn) || thisFile.follows(crn);
        return new Previous(stored.organisation(), stored.code(), stored.status(), hasFollower);
    }

    private static <K> List<K> keys(Collection<Assessed> contacts, Function<Assessed, @Nullable K> key) {
        Set<K> keys = new HashSet<>();
        for (Assessed contact : contacts) {
            K each = key.apply(contact);
            if (each != null) {
                keys.add(each);
            }
        }
        return new ArrayList<>(Objects.requireNonNull(keys));
    }
}
