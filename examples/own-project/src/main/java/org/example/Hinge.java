package org.example;

import org.gan4j.core.config.About;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.tensor.Tensor;

/** L_D = mean(max(0, margin - s_real)) + mean(max(0, margin + s_fake)), L_G = -mean(s_fake). */
@About("Scores count only until they are right by a margin.")
public record Hinge(double margin) implements AdversarialLoss {
    public static final Hinge DEFAULTS = new Hinge(1);

    public Hinge {
        if (!(margin > 0)) {
            throw new IllegalArgumentException("margin must be positive, but is " + margin);
        }
    }

    @Override
    public Tensor discriminatorLoss(Scores real, Scores fake) {
        return real.mean(s -> s.negate().plus(margin).relu())
                .plus(fake.mean(s -> s.plus(margin).relu()));
    }

    @Override
    public Tensor generatorLoss(Scores real, Scores fake) {
        return fake.mean(Tensor::negate);
    }
}
