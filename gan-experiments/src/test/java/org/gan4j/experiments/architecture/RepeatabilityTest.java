package org.gan4j.experiments.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Same seed, same bytes: chance comes from named streams only; {@link HashOrderTest} holds the order. */
class RepeatabilityTest {
    /** Methods whose result depends on the moment, on the thread or on the JVM's own salt. */
    private static final List<String> CALLS = List.of(
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.util.UUID.randomUUID",
            "java.util.Collections.shuffle",
            "java.lang.System.identityHashCode",
            "java.util.Collection.parallelStream",
            "java.util.List.parallelStream",
            "java.util.stream.Stream.parallel",
            "java.util.stream.IntStream.parallel",
            "java.util.stream.DoubleStream.parallel");

    @Test
    void noCallLeavesRandomnessOrThreadsToTheStart() {
        noClasses()
                .should()
                .accessTargetWhere(target(new DescribedPredicate<AccessTarget>("differ from start to start") {
                    @Override
                    public boolean test(AccessTarget target) {
                        return CALLS.contains(target.getOwner().getName() + "." + target.getName());
                    }
                }))
                .check(MainClasses.all());
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
                .check(MainClasses.all());
    }

    @Test
    void noClassUsesALibrarysGenerator() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.commons.math3.random..", "org.nd4j.linalg.api.rng..")
                .check(MainClasses.all());
    }
}
