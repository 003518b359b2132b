package org.gan4j.experiments.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Same seed, same bytes: chance comes from named streams only, and no order is left to the JVM's start. */
class RepeatabilityTest {
    /** Methods whose result depends on the moment, on the thread or on the JVM's own salt. */
    private static final List<String> CALLS = List.of(
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.util.UUID.randomUUID",
            "java.util.Collections.shuffle",
            "java.lang.System.identityHashCode",
            "java.util.Set.of",
            "java.util.Set.copyOf",
            "java.util.Map.of",
            "java.util.Map.ofEntries",
            "java.util.Map.copyOf",
            "java.util.HashMap.<init>",
            "java.util.HashSet.<init>",
            "java.util.IdentityHashMap.entrySet",
            "java.util.IdentityHashMap.keySet",
            "java.util.IdentityHashMap.values",
            "java.util.IdentityHashMap.forEach",
            "java.util.stream.Collectors.toSet",
            "java.util.stream.Collectors.toUnmodifiableSet",
            "java.util.stream.Collectors.toUnmodifiableMap",
            "java.util.Collection.parallelStream",
            "java.util.List.parallelStream",
            "java.util.stream.Stream.parallel",
            "java.util.stream.IntStream.parallel",
            "java.util.stream.DoubleStream.parallel");

    @Test
    void noCallLeavesARandomnessOrAnOrderToTheStart() {
        noClasses()
                .should()
                .accessTargetWhere(target(new DescribedPredicate<AccessTarget>("differ from start to start") {
                    @Override
                    public boolean test(AccessTarget target) {
                        return CALLS.contains(target.getOwner().getName() + "." + target.getName());
                    }
                }))
                .check(MainClasses.all(300));
    }

    /** {@code toMap} and {@code groupingBy} without a map of their own make a HashMap. */
    @Test
    void collectorsNameTheirMap() {
        noClasses()
                .should()
                .accessTargetWhere(target(new DescribedPredicate<AccessTarget>("collect into a HashMap") {
                    @Override
                    public boolean test(AccessTarget target) {
                        int parameters = target instanceof CodeUnitAccessTarget method
                                ? method.getRawParameterTypes().size()
                                : 0;
                        int withMap = switch (target.getName()) {
                            case "toMap" -> 4;
                            case "groupingBy" -> 3;
                            default -> 0;
                        };
                        return target.getOwner().getName().equals("java.util.stream.Collectors")
                                && parameters < withMap;
                    }
                }))
                .check(MainClasses.all(300));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.Random",
                "java.util.SplittableRandom",
                "java.util.concurrent.ThreadLocalRandom",
                "java.security.SecureRandom",
                "java.util.random.RandomGenerator"
            })
    void noClassHoldsAnotherGenerator(String generator) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(generator)
                .check(MainClasses.all(300));
    }

    @Test
    void noClassUsesALibrarysGenerator() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.commons.math3.random..", "org.nd4j.linalg.api.rng..")
                .check(MainClasses.all(300));
    }
}
