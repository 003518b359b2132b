package org.gan4j.losses.contract;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Puts one loss through all checks. The test of a researcher's own loss, whole:
 *
 * <pre>{@code
 * class HingeTest implements LossContract {
 *     public LossCase loss() {
 *         return LossCase.of("hinge", new Hinge(1))
 *                 .golden(new double[] {3, 0.5}, new double[] {-4, 1}, 1.25, 1.5)
 *                 .golden(new double[] {-2}, new double[] {0.5, -0.25, 5}, 3 + (1.5 + 0.75 + 6) / 3, -1.75)
 *                 .optimum(world -> world.each((p, q) -> Math.signum(p - q)))
 *                 .value(world -> world.sum((p, q) -> 2 * Math.min(p, q)));
 *     }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface LossContract {
    /** Returns the loss with what is known of it. */
    LossCase loss();

    /** Returns one test per check. */
    @TestFactory
    default Stream<DynamicTest> contract() {
        LossCase loss = loss();
        return LossChecks.ALL.stream()
                .map(check ->
                        DynamicTest.dynamicTest(check.name(), () -> check.body().check(loss, new Deviations())));
    }
}
