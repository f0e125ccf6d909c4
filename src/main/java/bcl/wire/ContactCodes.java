package bcl.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The contact codes, from {@code schemas/contact-codes.csv}: a new code with known records is a new line there. */
public final class ContactCodes {
    private static final Map<String, ContactCode> BY_SPELLING = new HashMap<>();
    private static final List<ContactCode> ALL = new ArrayList<>();

    static {
        for (Map<String, String> row : Catalogue.read("contact-codes.csv").values()) {
            ContactCode code = read(row);
            ALL.add(code);
            BY_SPELLING.put(code.code(), code);
            code.aliases().forEach(alias -> BY_SPELLING.put(alias, code));
        }
    }

    private ContactCodes() {}

    /** The code with this spelling, aliases included, or null if there is none (CON00001). */
    public static @Nullable ContactCode find(String spelling) {
        return BY_SPELLING.get(spelling);
    }

    public static List<ContactCode> all() {
        return List.copyOf(ALL);
    }

    private static ContactCode read(Map<String, String> row) {
        Function<String, String> cell = name -> row.getOrDefault(name, "");
        Map<String, Need> records = new LinkedHashMap<>();
        for (int i = 2; i <= 12; i++) {
            String id = (i < 10 ? "L0" : "L") + i;
            records.put(id, Need.valueOf(cell.apply("l" + id.substring(1))));
        }
        String[] classRule = cell.apply("meter_class").split(":", -1);
        return new ContactCode(
                cell.apply("code"),
                cell.apply("name"),
                words(cell.apply("aliases")),
                words(cell.apply("roles")).stream().map(Role::valueOf).collect(Collectors.toSet()),
                Need.valueOf(cell.apply("mprn")),
                Need.valueOf(cell.apply("msn")),
                records,
                words(cell.apply("address_types")),
                Set.copyOf(words(cell.apply("mandatory_fields"))),
                !"absent".equals(cell.apply("meter_point")),
                "Y".equals(cell.apply("owner_checked")),
                Set.copyOf(words(cell.apply("requested_status"))),
                choices(cell.apply("present_status")),
                choices(cell.apply("gas_contradiction")),
                alternatives(classRule[0]).stream().map(Integer::valueOf).collect(Collectors.toSet()),
                classRule.length == 2 ? Reason.valueOf(classRule[1]) : Reason.ADJ00001,
                "Y".equals(cell.apply("creation_advice")));
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(" ", -1));
    }

    private static Set<String> alternatives(String cell) {
        return cell.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(cell.split("\\|", -1)));
    }

    /** Reads {@code DE:LI LI:CA|CL}. */
    private static Map<String, Set<String>> choices(String cell) {
        Map<String, Set<String>> choices = new HashMap<>();
        for (String word : words(cell)) {
            String[] parts = word.split(":", 2);
            choices.put(parts[0], alternatives(parts[1]));
        }
        return choices;
    }
}
