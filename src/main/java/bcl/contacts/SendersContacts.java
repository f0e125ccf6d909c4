package bcl.contacts;

import bcl.wire.OpenKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds contacts of many organisations at once, for a chunk of small files: a statement a question. Thread-safe. */
public final class SendersContacts {
    private final JdbcTemplate jdbc;

    SendersContacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The contacts with these references, by organisation and reference. */
    public Map<String, Map<String, Contact>> byReference(Map<String, ? extends Collection<String>> references) {
        List<String[]> keys = new ArrayList<>();
        references.forEach(
                (organisation, all) -> all.forEach(reference -> keys.add(new String[] {organisation, reference})));
        Map<String, Map<String, Contact>> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        jdbc.query(
                        connection -> {
                            var query = connection.prepareStatement(
                                    "select contact.* from unnest(cast(? as varchar array), cast(? as varchar array))"
                                            + " as k (o, r) join contact on organisation = k.o and reference = k.r");
                            query.setArray(1, connection.createArrayOf("varchar", column(keys, 0)));
                            query.setArray(2, connection.createArrayOf("varchar", column(keys, 1)));
                            return query;
                        },
                        ContactSearch.CONTACT)
                .forEach(contact -> found.computeIfAbsent(contact.organisation(), key -> new HashMap<>())
                        .put(contact.reference(), contact));
        return found;
    }

    /** Which of these keys an open contact of their organisation has, by organisation. */
    public Map<String, Set<OpenKey>> open(Map<String, ? extends Collection<OpenKey>> asked) {
        List<String[]> keys = new ArrayList<>();
        List<Long> mprns = new ArrayList<>();
        asked.forEach((organisation, all) -> all.forEach(key -> {
            keys.add(new String[] {organisation, key.code()});
            mprns.add(key.mprn());
        }));
        Map<String, Set<OpenKey>> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        jdbc.query(
                connection -> {
                    var query = connection.prepareStatement("select organisation, code, open_mprn"
                            + " from unnest(cast(? as varchar array), cast(? as varchar array), cast(? as bigint array))"
                            + " as k (o, c, m) join contact on organisation = k.o and code = k.c and open_mprn = k.m");
                    query.setArray(1, connection.createArrayOf("varchar", column(keys, 0)));
                    query.setArray(2, connection.createArrayOf("varchar", column(keys, 1)));
                    query.setArray(3, connection.createArrayOf("bigint", mprns.toArray()));
                    return query;
                },
                row -> {
                    found.computeIfAbsent(row.getString(1), key -> new HashSet<>())
                            .add(new OpenKey(row.getString(2), row.getLong(3)));
                });
        return found;
    }

    private static Object[] column(List<String[]> keys, int column) {
        return keys.stream().map(key -> key[column]).toArray();
    }
}
