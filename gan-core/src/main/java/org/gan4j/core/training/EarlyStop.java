package org.gan4j.core.training;

import java.util.Optional;

/**
 * Condition under which a training ends before its last step, such as a measure that has ceased to improve. It is asked
 * before every step, and must depend on the steps taken alone: then a training that was killed and resumed ends where it
 * would have ended.
 */
@FunctionalInterface
public interface EarlyStop {
    /** The condition that never holds. */
    EarlyStop NEVER = Optional::empty;

    /** Returns in words why no further step is to be taken; empty as long as one is. */
    Optional<String> reason();
}
