package org.gan4j.losses.defects;

import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.tensor.Tensor;

/** A loss put together from its two sides, which may claim anything of itself. */
record TwoSides(Side discriminator, Side generator, LossProperties facts) implements AdversarialLoss {
    /** What one player minimises. */
    @FunctionalInterface
    interface Side {
        Tensor of(Scores real, Scores fake);
    }

    /** -log D on real and -log(1 - D) on fake samples for D = sigmoid(s), as it should be written. */
    static final Side CROSS_ENTROPY =
            (real, fake) -> real.mean(s -> s.negate().softplus()).plus(fake.mean(Tensor::softplus));

    /** -log D on fake samples. */
    static final Side NON_SATURATING = (real, fake) -> fake.mean(s -> s.negate().softplus());

    static TwoSides of(Side discriminator, Side generator) {
        return new TwoSides(
                discriminator, generator, LossProperties.of("cross-entropy").withFixedPoint(0));
    }

    TwoSides with(LossProperties claimed) {
        return new TwoSides(discriminator, generator, claimed);
    }

    @Override
    public Tensor discriminatorLoss(Scores real, Scores fake) {
        return discriminator.of(real, fake);
    }

    @Override
    public Tensor generatorLoss(Scores real, Scores fake) {
        return generator.of(real, fake);
    }
}
