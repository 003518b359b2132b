package org.gan4j.eval.contract;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Puts one evaluator through all checks. The test of a researcher's own evaluator, whole:
 *
 * <pre>{@code
 * class MyDistanceTest implements EvaluatorContract {
 *     public EvaluatorCase evaluator() {
 *         var parabola = new MyParabola().dataset();
 *         return new EvaluatorCase("my-distance", new MyDistance(200), parabola,
 *                 (count, random) -> parabola.batches(count, random).batch(0), 0.01);
 *     }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface EvaluatorContract {
    /** Returns the evaluator with what it can be used on. */
    EvaluatorCase evaluator();

    /** Returns one test per check. */
    @TestFactory
    default Stream<DynamicTest> contract() {
        return EvaluatorChecks.of(evaluator());
    }
}
