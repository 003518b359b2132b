package org.gan4j.core.nn.norm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.config.Require;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.init.Fan;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Standardisation;
import org.gan4j.core.tensor.Tensor;

/**
 * Batch normalisation: every channel, the last axis, is given mean 0 and variance 1 over the batch and all other axes, and
 * then a scale and a shift that are learnt.
 *
 * <p>y = scale (x - m) / sqrt(v + epsilon) + shift, with m the mean and v the biased variance, mean (x - m)^2, of the n
 * numbers of a channel in the batch. Gradients pass through m and v. x is [N, ..., channels], y likewise; "scale" and "shift"
 * are [channels].
 *
 * <p>Two buffers, "mean" and "variance", start at 0 and 1 and follow the batches of training, the variance with v n / (n - 1),
 * or with v where {@code runningVariance} says so: running = (1 - momentum) running + momentum batch. Every application of a network in a training pass is a
 * batch of its own: in a game real and fake samples are normalised apart, and a discriminator's step moves its running
 * statistics twice, by the real ones and by the fake ones. Passes without updates, such as a penalty's or those for the other
 * player's step, normalise by their own batch and leave the running statistics alone.
 *
 * <p>A discriminator that contains it, unless the statistics are frozen, mixes samples: a penalty on the slope of each
 * sample's score has no meaning for it.
 *
 * @param momentum the weight of the newest batch in the running statistics, in (0, 1]; some frameworks call 1 minus it
 *     momentum or decay
 * @param epsilon added to the variance, above 0
 * @param statistics which means and variances are used
 * @param scale the initial scale; empty for none
 * @param shift the initial shift; empty for none
 * @param runningVariance which variance of a batch moves the running one
 * @see <a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy, Batch normalization, 2015, algorithms 1 and 2</a>
 */
@About(
        value = "Gives every channel mean 0 and variance 1 over the batch, then a learnt scale and shift.",
        formula = "y = scale (x - mean) / sqrt(variance + epsilon) + shift",
        paper = "Ioffe and Szegedy, Batch normalization, 2015, https://arxiv.org/abs/1502.03167")
public record BatchNorm(
        @Default("0.1") double momentum,
        @Default("1e-5") double epsilon,
        @Default("running") NormStatistics statistics,
        @Default("1") Optional<Initializer> scale,
        @Default("0") Optional<Initializer> shift,
        @Default("unbiased") RunningVariance runningVariance)
        implements Layer {
    private static final String MEAN = "mean";
    private static final String VARIANCE = "variance";

    /** Checks the settings. */
    public BatchNorm {
        Require.that(momentum > 0 && momentum <= 1, "momentum", momentum, "in (0, 1]");
        Require.that(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY, "epsilon", epsilon, "a finite number above 0");
    }

    /** Returns momentum 0.1, epsilon 1e-5, running statistics, and a scale and a shift that start at 1 and 0. */
    public static BatchNorm standard() {
        return new BatchNorm(
                0.1,
                1e-5,
                NormStatistics.RUNNING,
                Optional.of(Initializer.constant(1)),
                Optional.of(Initializer.constant(0)),
                RunningVariance.UNBIASED);
    }

    /** Returns the same without scale and shift. */
    public BatchNorm withoutScaleAndShift() {
        return new BatchNorm(momentum, epsilon, statistics, Optional.empty(), Optional.empty(), runningVariance);
    }

    /** Returns the same with other statistics. */
    public BatchNorm with(NormStatistics others) {
        return new BatchNorm(momentum, epsilon, others, scale, shift, runningVariance);
    }

    /** Returns the same with another running variance. */
    public BatchNorm with(RunningVariance other) {
        return new BatchNorm(momentum, epsilon, statistics, scale, shift, other);
    }

    @Override
    public Shape output(Shape input) {
        channels(input);
        return input;
    }

    @Override
    public Parameters init(Shape input, RandomStream random) {
        Shape channels = channels(input);
        Fan fan = new Fan(1, 1);
        Parameters parameters = Parameters.empty();
        if (scale.isPresent()) {
            parameters = parameters.with("scale", scale.get().initial(channels, fan, random.split("scale")));
        }
        if (shift.isPresent()) {
            parameters = parameters.with("shift", shift.get().initial(channels, fan, random.split("shift")));
        }
        return parameters;
    }

    @Override
    public Buffers buffers(Shape input) {
        Shape channels = channels(input);
        Map<String, Tensor> start = new LinkedHashMap<>();
        start.put(MEAN, Tensor.zeros(DType.FLOAT32, channels));
        start.put(VARIANCE, Tensor.ones(DType.FLOAT32, channels));
        return Buffers.of(start);
    }

    /**
     * Normalises a batch.
     *
     * @throws IllegalArgumentException if a training batch has one number per channel only, which has no variance
     */
    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        Tensor x = input.reshape(-1, input.shape().dim(-1));
        boolean ofBatch =
                statistics == NormStatistics.BATCH || (statistics == NormStatistics.RUNNING && pass.training());
        Tensor y = ofBatch
                ? normalisedByBatch(x, pass)
                : normalised(x.minus(stored(MEAN, x, pass)), stored(VARIANCE, x, pass));
        if (parameters.contains("scale")) {
            y = y.times(parameters.get("scale"));
        }
        if (parameters.contains("shift")) {
            y = y.plus(parameters.get("shift"));
        }
        return y.reshape(input.shape());
    }

    @Override
    public boolean mixesSamples() {
        return statistics != NormStatistics.FROZEN;
    }

    private Tensor normalisedByBatch(Tensor x, Pass pass) {
        int n = x.shape().dim(0);
        if (n < 2) {
            throw new IllegalArgumentException("BatchNorm was given one number per channel, [1, "
                    + x.shape().dim(1) + "], whose variance is 0; give batches of two samples or more");
        }
        Standardisation standardised = Standardisation.of(x, epsilon);
        follow(MEAN, standardised.mean(), pass);
        follow(VARIANCE, standardised.variance().times(runningVariance.correction(n)), pass);
        return standardised.values();
    }

    private Tensor normalised(Tensor centred, Tensor variance) {
        return centred.times(variance.plus(epsilon).sqrt().reciprocal());
    }

    private void follow(String name, Tensor batch, Pass pass) {
        Tensor running = pass.buffer(name);
        Tensor next = running.times(1 - momentum).plus(batch.to(running.dtype()).times(momentum));
        pass.update(name, next);
    }

    private static Tensor stored(String name, Tensor x, Pass pass) {
        return pass.buffer(name).detach().to(x.dtype());
    }

    private static Shape channels(Shape input) {
        Require.that(input.rank() >= 1, "BatchNorm's input", input, "at least a vector per sample");
        return Shape.of(input.dim(-1));
    }
}
