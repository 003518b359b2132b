package org.gan4j.eval.contract;

import java.util.function.Consumer;

/**
 * One thing that every evaluator must satisfy.
 *
 * @param name what it is, as a sentence without its subject
 * @param body fails with an {@link AssertionError} when an evaluator does not satisfy it
 */
public record EvaluatorCheck(String name, Consumer<EvaluatorCase> body) {
    @Override
    public String toString() {
        return name;
    }
}
