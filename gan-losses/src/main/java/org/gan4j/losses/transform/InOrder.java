package org.gan4j.losses.transform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gan4j.core.config.About;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;

/**
 * Sequence of augmentations, one after the other.
 *
 * @param steps the changes, first to last, at least one
 */
@About("Several changes, one after the other.")
public record InOrder(List<Augmentation> steps) implements Augmentation {
    /** Checks that there is something to do. */
    public InOrder {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps is empty: give at least one augmentation");
        }
        steps = Collections.unmodifiableList(new ArrayList<>(steps));
    }

    @Override
    public Tensor apply(Tensor samples, RandomStream random) {
        Tensor changed = samples;
        for (int i = 0; i < steps.size(); i++) {
            changed = steps.get(i).apply(changed, random.split(i));
        }
        return changed;
    }
}
