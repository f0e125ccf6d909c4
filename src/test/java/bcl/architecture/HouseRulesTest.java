package bcl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** House rules that a compiler does not know. */
class HouseRulesTest {
    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalTime.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Year.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.ZoneId.systemDefault",
            "java.lang.System.currentTimeMillis",
            "java.util.TimeZone.getDefault");
    private static final Set<String> INJECTIONS = Set.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource");
    /** Steps that repeat or leave out what failed lose records when they are killed at the wrong moment. */
    private static final Set<String> SKIPPING =
            Set.of("faultTolerant", "skip", "skipLimit", "skipPolicy", "retry", "retryLimit");

    @Test
    void only_the_package_night_asks_for_the_time() throws IOException {
        Set<String> agreed = House.exceptions("clock").keySet();

        assertThat(accesses(access -> CLOCKS.contains(access.getTargetOwner().getName() + "." + access.getName())
                        && !House.packageOf(access.getOriginOwner()).equals("night")
                        && !agreed.contains(access.getOriginOwner().getName())))
                .isEmpty();
    }

    @Test
    void no_step_skips_or_retries() {
        assertThat(accesses(access -> access.getTargetOwner().getName().startsWith("org.springframework.batch.")
                        && SKIPPING.contains(access.getName())))
                .isEmpty();
    }

    @Test
    void nothing_is_injected_into_fields() {
        Set<String> injected = new TreeSet<>();
        for (JavaClass type : House.CLASSES) {
            type.getFields().stream()
                    .filter(field -> INJECTIONS.stream().anyMatch(field::isAnnotatedWith))
                    .forEach(field -> injected.add(field.getFullName()));
        }

        assertThat(injected).isEmpty();
    }

    @Test
    void what_is_public_has_a_caller_in_another_package() throws IOException {
        Set<String> used = new TreeSet<>();
        for (JavaClass type : House.CLASSES) {
            for (Dependency use : type.getDirectDependenciesFromSelf()) {
                JavaClass target = topLevel(use.getTargetClass().getBaseComponentType());
                if (!target.getPackageName().equals(type.getPackageName()) || isShown(type, target)) {
                    used.add(target.getName());
                }
            }
        }
        Set<String> alone = new TreeSet<>();
        publicTypes().forEach(type -> alone.add(type.getName()));
        alone.removeAll(used);

        assertThat(House.exceptions("public").keySet()).containsAll(alone);
    }

    @Test
    void less_than_45_of_100_types_are_public() {
        long all = House.CLASSES.stream().filter(HouseRulesTest::isTopLevel).count();

        assertThat(publicTypes().size() * 100.0 / all).isLessThan(45);
    }

    @Test
    void no_constructor_but_of_a_record_has_more_than_five_parameters() throws IOException {
        Set<String> wide = new TreeSet<>();
        for (JavaClass type : House.CLASSES) {
            if (!type.isRecord()
                    && type.getConstructors().stream()
                            .anyMatch(made -> made.getRawParameterTypes().size() > 5)) {
                wide.add(type.getName());
            }
        }

        assertThat(wide).isEqualTo(new TreeSet<>(House.exceptions("constructor").keySet()));
    }

    @Test
    void every_exception_has_a_reason() throws IOException {
        for (String rule : List.of("public", "constructor", "file", "method", "clock")) {
            for (Map.Entry<String, String> exception : House.exceptions(rule).entrySet()) {
                assertThat(exception.getValue()).as(exception.getKey()).hasSizeGreaterThan(15);
            }
        }
    }

    /** Whether a public member of a public type names the target, so that callers of the one need the other. */
    private static boolean isShown(JavaClass type, JavaClass target) {
        if (topLevel(type).equals(target) || !topLevel(type).getModifiers().contains(JavaModifier.PUBLIC)) {
            return false;
        }
        return type.getCodeUnits().stream()
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(member -> member.getAllInvolvedRawTypes().stream())
                .anyMatch(named -> topLevel(named.getBaseComponentType()).equals(target));
    }

    private static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(HouseRulesTest::topLevel).orElse(type);
    }

    private static List<JavaClass> publicTypes() {
        return House.CLASSES.stream()
                .filter(HouseRulesTest::isTopLevel)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .toList();
    }

    private static boolean isTopLevel(JavaClass type) {
        return type.isTopLevelClass() && !type.getSimpleName().equals("package-info");
    }

    private static Set<String> accesses(Predicate<JavaAccess<?>> wanted) {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : House.CLASSES) {
            type.getAccessesFromSelf().stream().filter(wanted).forEach(access -> found.add(access.getDescription()));
        }
        return found;
    }
}
