package bcl.generate;

import bcl.wire.Organisation;
import bcl.wire.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The organisations of a home: shippers first in every pair, the other roles in turn. */
final class Companies {
    static final int MOST = 1000;

    private static final List<Role> OTHERS = List.of(Role.U, Role.G, Role.M, Role.I, Role.D);
    private static final int FIRST_ID = 1000;

    private final List<Organisation> all;

    Companies(int count) {
        List<Organisation> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Role role = i % 2 == 0 ? Role.S : OTHERS.get(i / 2 % OTHERS.size());
            String code = role + number(i);
            made.add(new Organisation(code, FIRST_ID + i, "Example " + role + " " + i, role, true));
        }
        all = List.copyOf(made);
    }

    static int shippers(int organisations) {
        return (organisations + 1) / 2;
    }

    List<Organisation> all() {
        return all;
    }

    List<String> shippers() {
        return all.stream()
                .filter(each -> each.role() == Role.S)
                .map(Organisation::shortCode)
                .toList();
    }

    /** Who may be the network of a meter point; one that is no organisation here if there is none. */
    List<String> networks() {
        List<String> networks = all.stream()
                .filter(each -> each.role() == Role.G || each.role() == Role.I)
                .map(Organisation::shortCode)
                .toList();
        return networks.isEmpty() ? List.of("GTN") : networks;
    }

    private static String number(int i) {
        String text = Integer.toString(i, 36).toUpperCase(Locale.ROOT);
        return text.length() == 1 ? "0" + text : text;
    }
}
