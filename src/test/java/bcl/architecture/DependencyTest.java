package bcl.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may use which, one row each, and which library is known where. */
class DependencyTest {
    private static final Map<String, Set<String>> MAY_USE = table();

    private static Map<String, Set<String>> table() {
        Map<String, Set<String>> table = new TreeMap<>();
        table.put("", Set.of("startup", "reports", "commands", "night"));
        table.put("wire", Set.of());
        table.put("night", Set.of());
        table.put("bulk", Set.of());
        table.put("parsing", Set.of("wire"));
        table.put("validation", Set.of("wire"));
        table.put("contacts", Set.of("wire", "bulk"));
        table.put("ledger", Set.of("wire", "night", "bulk"));
        table.put("reference", Set.of("wire"));
        table.put("intake", Set.of("wire", "night", "ledger"));
        table.put("responses", Set.of("wire", "night", "ledger", "parsing"));
        table.put("sftp", Set.of("wire", "night", "intake", "ledger"));
        table.put("generate", Set.of("wire"));
        table.put("drill", Set.of("wire", "night", "generate"));
        table.put("http", Set.of());
        table.put("retention", Set.of("wire", "night", "ledger"));
        table.put("preview", Set.of("wire", "night", "ledger", "parsing", "validation", "reference", "responses"));
        table.put("evidence", Set.of("night"));
        table.put(
                "reconciliation",
                Set.of("wire", "ledger", "contacts", "parsing", "validation", "responses", "evidence"));
        table.put("commands", Set.of("wire", "night", "jobs", "sftp", "generate", "retention"));
        table.put("commandline", Set.of("wire", "generate", "commands"));
        table.put("channel", Set.of("wire", "night", "commands"));
        Set<String> below = new TreeSet<>(table.keySet());
        below.removeAll(Set.of("", "preview", "reconciliation", "evidence", "sftp", "generate", "drill", "http"));
        below.removeAll(Set.of("commands", "commandline", "channel"));
        table.put("jobs", below);
        Set<String> start = new TreeSet<>(table.keySet());
        start.removeAll(Set.of("", "parsing", "validation", "reference", "responses", "preview"));
        table.put("startup", start);
        Set<String> shift =
                Set.of("wire", "night", "ledger", "reference", "intake", "responses", "evidence", "retention");
        table.put("shift", and(shift, "jobs", "commands", "channel", "startup"));
        Set<String> acts = Set.of("wire", "night", "contacts", "ledger", "retention", "jobs", "commands", "shift");
        table.put("interventions", acts);
        Set<String> reports = Set.of("wire", "night", "contacts", "ledger", "reference", "preview", "evidence");
        table.put("reports", and(reports, "reconciliation", "jobs", "commands", "shift", "interventions"));
        Set<String> service = Set.of("wire", "night", "ledger", "reference", "intake", "retention", "sftp", "http");
        table.put(
                "service",
                and(
                        service,
                        "reconciliation",
                        "jobs",
                        "commands",
                        "commandline",
                        "channel",
                        "startup",
                        "shift",
                        "reports"));
        return table;
    }

    static Set<String> packages() {
        Set<String> packages = new TreeSet<>();
        House.CLASSES.forEach(type -> packages.add(House.packageOf(type)));
        return packages;
    }

    @ParameterizedTest
    @MethodSource("packages")
    void a_package_uses_only_what_its_row_names(String name) {
        Set<String> allowed = MAY_USE.get(name);
        assertThat(allowed).as("row of bcl." + name).isNotNull();

        Set<String> used = new TreeSet<>();
        for (JavaClass type : House.CLASSES) {
            if (House.packageOf(type).equals(name)) {
                type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(House::isOurs)
                        .forEach(target -> used.add(House.packageOf(target)));
            }
        }
        used.remove(name);

        assertThat(allowed).containsAll(used);
    }

    @Test
    void no_package_depends_on_itself_over_others() {
        slices().matching("bcl.(*)..").should().beFreeOfCycles().check(House.CLASSES);
    }

    @Test
    void rules_time_and_words_know_nothing_of_spring() {
        onlyIn("org.springframework.", not("wire", "night", "parsing", "validation", "preview"));
    }

    @Test
    void spring_batch_is_known_to_the_jobs_alone() {
        onlyIn("org.springframework.batch.", Set.of("jobs"));
    }

    @Test
    void beanio_is_known_to_the_parsing_alone() {
        onlyIn("org.beanio.", Set.of("parsing"));
    }

    @Test
    void commons_csv_is_known_to_those_who_read_tables_or_write_answers() {
        onlyIn("org.apache.commons.csv.", Set.of("reference", "responses", "interventions"));
    }

    @Test
    void the_ssh_library_is_known_to_the_server_and_the_command_line_to_the_commands() {
        onlyIn("org.apache.sshd.", Set.of("sftp"));
        onlyIn("picocli.", Set.of("commandline"));
    }

    private static Set<String> and(Set<String> some, String... more) {
        Set<String> both = new TreeSet<>(some);
        both.addAll(Set.of(more));
        return both;
    }

    private static Set<String> not(String... names) {
        Set<String> others = new TreeSet<>(MAY_USE.keySet());
        others.removeAll(Set.of(names));
        return others;
    }

    private static void onlyIn(String library, Set<String> packages) {
        Set<String> elsewhere = new TreeSet<>();
        for (JavaClass type : House.CLASSES) {
            boolean uses = type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .anyMatch(target -> target.getName().startsWith(library));
            if (uses && !packages.contains(House.packageOf(type))) {
                elsewhere.add(type.getName());
            }
        }
        assertThat(elsewhere).as(library).isEmpty();
    }
}
