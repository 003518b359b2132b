package org.gan4j.losses.penalty;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.core.gan.ScoreFunction;
import org.gan4j.core.tensor.Tensor;

/** Kind of samples that a {@link Consistency} penalty looks at. */
public enum SampleKind {
    /** The real samples. */
    REAL,
    /** The fake samples. */
    FAKE,
    /** Real and fake samples: half of the mean over real plus half of the mean over fake samples. */
    BOTH;

    /** Returns batches; each has an equal part in the mean. */
    List<Tensor> of(Tensor real, Tensor fake) {
        return switch (this) {
            case REAL -> List.of(real);
            case FAKE -> List.of(fake);
            case BOTH -> List.of(real, fake);
        };
    }

    /** Returns the score of a batch with its labels. */
    UnaryOperator<Tensor> scored(ScoreFunction score, int batch) {
        boolean fake = this == FAKE || (this == BOTH && batch == 1);
        return fake ? score::ofFake : score;
    }
}
