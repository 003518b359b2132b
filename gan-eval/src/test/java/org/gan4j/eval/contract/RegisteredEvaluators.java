package org.gan4j.eval.contract;

import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.eval.Evaluator;
import org.junit.jupiter.api.DynamicTest;

/** Every evaluator that has a name, put through the contract. */
public final class RegisteredEvaluators {
    private RegisteredEvaluators() {}

    /**
     * Returns one test per check and evaluator; a name without a row, a row without a name, and a row of another evaluator are
     * tests that fail.
     *
     * @param registry where evaluators are found
     * @param rows by name
     */
    public static Stream<DynamicTest> of(StrategyRegistry registry, SortedMap<String, EvaluatorCase> rows) {
        TreeSet<String> names = new TreeSet<>(registry.names(Evaluator.class));
        if (names.isEmpty()) {
            throw new AssertionError("the registry has no evaluators");
        }
        names.addAll(rows.keySet());
        return names.stream().flatMap(name -> {
            EvaluatorCase row = rows.get(name);
            if (row == null) {
                return failing(name, "is bound, but no row says on which data it can be used");
            }
            return registry.find(Evaluator.class, name)
                    .map(binding -> binding.type().isInstance(row.evaluator())
                            ? EvaluatorChecks.of(row)
                            : failing(name, "is " + binding.type() + ", but its row is about " + row.evaluator()))
                    .orElseGet(() -> failing(name, "has a row, but is not bound"));
        });
    }

    private static Stream<DynamicTest> failing(String name, String why) {
        return Stream.of(DynamicTest.dynamicTest(name + " has a row", () -> {
            throw new AssertionError("evaluator '" + name + "' " + why);
        }));
    }
}
