package org.gan4j.experiments.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.experiments.architecture.CountedAccesses.parameters;
import static org.gan4j.experiments.architecture.CountedAccesses.target;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No collection is ordered by hash codes, whose order differs from start to start or from JDK to JDK. */
class HashOrderTest {
    /** The collections that stay, and why; too few fail as well as too many. */
    private static final Map<String, Integer> EXCEPTIONS = Map.of(
            // nodes of a graph by identity: only asked, never walked through
            "core.tensor.Traversal", 1);

    private static final Pattern TYPE = Pattern.compile("java\\.util\\.(concurrent\\.)?"
            + "(HashMap|HashSet|IdentityHashMap|WeakHashMap|Hashtable|Properties|ConcurrentHashMap)(\\$.*)?"
            + "|com\\.google\\.common\\.collect\\.(?!Linked)\\w*Hash\\w+");

    private static final Pattern CALL = Pattern.compile("java\\.util\\.(Set\\.(of|copyOf)|Map\\.(of|ofEntries|copyOf))"
            + "|java\\.util\\.stream\\.Collectors\\.(toSet|toUnmodifiableSet|toUnmodifiableMap)"
            + "|com\\.google\\.common\\.collect\\.\\w+\\.(new\\w*Hash\\w+|hash\\w+)"
            + "|java\\.lang\\.System\\.getProperties");

    private static final Pattern WALK = Pattern.compile("java\\.util\\.(concurrent\\.)?"
            + "(HashMap|HashSet|IdentityHashMap|WeakHashMap|Hashtable|ConcurrentHashMap)"
            + "\\.(entrySet|keySet|values|forEach|iterator|stream|keys|elements|replaceAll|toString|toArray)");

    @Test
    void noCollectionIsOrderedByHash() {
        assertThat(CountedAccesses.of(MainClasses.all(), HashOrderTest::makesOne))
                .as("collections ordered by hash, by the class that makes them")
                .isEqualTo(EXCEPTIONS);
    }

    @Test
    void noClassHoldsOneThatAnotherHasMade() {
        assertThat(dependants(MainClasses.all()))
                .as("classes that depend on a type ordered by hash")
                .isEqualTo(EXCEPTIONS.keySet());
    }

    @Test
    void theExceptionsAreNeverWalkedThrough() {
        assertThat(CountedAccesses.of(
                        MainClasses.all(),
                        access -> WALK.matcher(target(access)).matches()))
                .isEmpty();
    }

    @Test
    void everyWayToMakeOneIsSeen() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
        assertThat(CountedAccesses.of(offender, HashOrderTest::makesOne).values())
                .containsExactly(10);
        assertThat(dependants(offender)).hasSize(1);
    }

    private static boolean makesOne(JavaAccess<?> access) {
        String target = target(access);
        boolean constructor = access.getTarget().getName().equals("<init>");
        return CALL.matcher(target).matches()
                || (constructor && isOrderedByHash(access.getTargetOwner()))
                || target.equals("java.util.concurrent.ConcurrentHashMap.newKeySet")
                || collectsIntoHashMap(access);
    }

    /** Without a map of their own these make a HashMap. */
    private static boolean collectsIntoHashMap(JavaAccess<?> access) {
        int withMap = switch (target(access)) {
            case "java.util.stream.Collectors.toMap", "java.util.stream.Collectors.toConcurrentMap" -> 4;
            case "java.util.stream.Collectors.groupingBy", "java.util.stream.Collectors.groupingByConcurrent" -> 3;
            default -> 0;
        };
        return parameters(access).size() < withMap;
    }

    private static boolean isOrderedByHash(JavaClass type) {
        return TYPE.matcher(type.getBaseComponentType().getName()).matches();
    }

    private static Set<String> dependants(JavaClasses classes) {
        Set<String> dependants = new TreeSet<>();
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                if (isOrderedByHash(dependency.getTargetClass())) {
                    dependants.add(CountedAccesses.key(type));
                }
            }
        }
        return dependants;
    }

    /** Makes ten collections that are ordered by hash codes; never run. */
    static final class Offender {
        private Offender() {}

        static List<Object> tenCollections(Stream<String> words) {
            Supplier<Map<String, String>> made = java.util.HashMap::new;
            return List.of(
                    made.get(),
                    new java.util.HashSet<String>(),
                    new IdentityHashMap<String, String>(),
                    new WeakHashMap<String, String>(),
                    new ConcurrentHashMap<String, String>(),
                    ConcurrentHashMap.newKeySet(),
                    Set.of(1, 2),
                    Map.copyOf(made.get()),
                    words.collect(Collectors.toSet()),
                    Stream.of("a").collect(Collectors.groupingBy(String::length)));
        }
    }
}
