package org.gan4j.losses.defects;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Tensor;

/** Penalties with one defect each, all of them meant to be 10 mean (|grad s(x)| - 1)^2 over real samples. */
final class BrokenPenalties {
    /**
     * A penalty with a defect.
     *
     * @param defect what is wrong
     * @param penalty passes for the mean of 10 (|grad| - 1)^2
     * @param caughtBy the end of the name of the check that fails
     */
    record Broken(String defect, Penalty penalty, String caughtBy) {
        @Override
        public String toString() {
            return defect;
        }
    }

    static final Penalty SOUND = onReal(gradient -> price(norms(rows(gradient))));

    static final List<Broken> ALL = List.of(
            new Broken(
                    "the norm is taken over the whole batch",
                    onReal(gradient -> price(gradient.squaredNorm().sqrt())),
                    "is exact on linear critics"),
            new Broken(
                    "the norm is taken over the first axis of a sample, so per pixel of an image",
                    onReal(gradient -> price(norms(gradient))),
                    "is exact on linear critics"),
            new Broken(
                    "the batch size is written into a shape",
                    onReal(gradient -> price(norms(gradient.reshape(32, -1)))),
                    "is exact on linear critics"),
            new Broken(
                    "the weight is 10 / 784 of what it says, by a mean over the numbers of a sample",
                    onReal(gradient -> price(rows(gradient).square().mean(1).sqrt())),
                    "is exact on linear critics"),
            new Broken(
                    "the norm has a constant under the root",
                    onReal(gradient ->
                            price(rows(gradient).square().sum(1).plus(1e-4).sqrt())),
                    "is exact on linear critics"),
            new Broken(
                    "the derivative of the norm is not a number where the gradient is 0",
                    onReal(gradient -> price(rows(gradient).square().sum(1).sqrt())),
                    "is finite where the gradient is zero"),
            new Broken(
                    "the norm is a constant to the optimizer",
                    onReal(gradient -> price(norms(rows(gradient)).detach())),
                    "charges the critic only"),
            new Broken(
                    "fake samples are charged instead of real ones",
                    (score, real, fake, random) -> SOUND.of(score, fake, real, random),
                    "tells real from fake"),
            new Broken(
                    "the sum over samples is taken instead of the mean",
                    (score, real, fake, random) -> SOUND.of(score, real, fake, random)
                            .times((double) real.shape().dim(0)),
                    "does not depend on the batch size"));

    private BrokenPenalties() {}

    private static Penalty onReal(UnaryOperator<Tensor> ofGradient) {
        return (score, real, fake, random) -> {
            Tensor at = real.detach().tracked();
            Tensor total = score.apply(at).sum();
            return ofGradient.apply(Gradients.differentiable(total, List.of(at)).get(0));
        };
    }

    private static Tensor rows(Tensor gradient) {
        return gradient.reshape(gradient.shape().dim(0), -1);
    }

    private static Tensor norms(Tensor gradient) {
        return gradient.norm(1);
    }

    private static Tensor price(Tensor norms) {
        return norms.minus(1).square().mean().times(10);
    }
}
