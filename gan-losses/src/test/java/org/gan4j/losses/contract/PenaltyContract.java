package org.gan4j.losses.contract;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every penalty must satisfy; a test class of one's own penalty implements this and gives its case.
 *
 * <pre>{@code
 * class MyPenaltyTest implements PenaltyContract {
 *     public PenaltyCase penalty() {
 *         return PenaltyCase.of("my-penalty", new MyPenalty(2)).golden(real, fake, 0.75);
 *     }
 * }
 * }</pre>
 */
public interface PenaltyContract {
    /** Returns the penalty and what is known of it. */
    PenaltyCase penalty();

    /** Returns one test for each check. */
    @TestFactory
    default Stream<DynamicTest> contract() {
        return PenaltyChecks.of(penalty());
    }
}
