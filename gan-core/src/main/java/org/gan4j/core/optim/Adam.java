package org.gan4j.core.optim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.tensor.ParameterUpdate;
import org.gan4j.core.tensor.Tensor;

/**
 * Adam: running means of gradients over roots of running means of their squares, both corrected for their start at 0.
 *
 * <p>At step t = 1, 2, ...: m' = beta1 m + (1 - beta1) g;  v' = beta2 v + (1 - beta2) g^2;  a = 1 - beta1^t;
 * b = 1 - beta2^t;
 *
 * <p>OUTSIDE: p' = p - rate (m'/a) / (sqrt(v'/b) + epsilon);<br>
 * EPSILON_HAT: p' = p - rate (sqrt(b)/a) m' / (sqrt(v') + epsilon);<br>
 * ROOT: p' = p - rate (m'/a) / sqrt(v'/b + epsilon).
 *
 * <p>AMSGrad puts w' = max(w, v') in the place of v' in these three, with the same corrections, as PyTorch does; its
 * paper has no corrections.
 *
 * @param rate the learning rate, at least 0
 * @param beta1 the decay of m, in [0, 1): 0.9 in the paper, 0 to 0.5 for adversarial training
 * @param beta2 the decay of v, in [0, 1)
 * @param epsilon above 0
 * @param placement where epsilon stands
 * @param amsgrad whether the largest v so far is used
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba, Adam, 2015, Algorithm 1 (OUTSIDE) and the end of section
 *     2 (EPSILON_HAT)</a>
 * @see <a href="https://arxiv.org/abs/1904.09237">Reddi, Kale and Kumar, On the convergence of Adam and beyond, 2018,
 *     Algorithm 2 (AMSGrad)</a>
 */
@About(
        value = "Running means of gradients over roots of running means of their squares.",
        formula = "p -= rate (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)",
        paper = "Kingma and Ba, Adam, 2015, https://arxiv.org/abs/1412.6980")
public record Adam(Schedule rate, double beta1, double beta2, double epsilon, Placement placement, boolean amsgrad)
        implements Optimizer {
    /** Where epsilon stands. */
    public enum Placement {
        /** Beside the root of the corrected moment: Kingma's Algorithm 1, PyTorch. */
        OUTSIDE,
        /** Beside the root of the uncorrected moment, hence larger in the first steps: TensorFlow. */
        EPSILON_HAT,
        /** Inside the root of the corrected moment. */
        ROOT
    }

    /** The settings of the DCGAN paper: rate 2e-4, beta1 0.5, beta2 0.999, and epsilon 1e-8 outside the root. */
    public static final Adam GAN_DEFAULTS =
            new Adam(Schedule.constant(2e-4), 0.5, 0.999, 1e-8, Placement.OUTSIDE, false);

    /** What a configuration that names nothing but adam gets: {@link #GAN_DEFAULTS}. */
    public static final Adam DEFAULTS = GAN_DEFAULTS;

    private static final String FIRST = "first";
    private static final String SECOND = "second";
    private static final String LARGEST = "largest";

    /** Checks the settings. */
    public Adam {
        Settings.startsAtLeastZero("rate", rate);
        Require.that(beta1 >= 0 && beta1 < 1, "beta1", beta1, "in [0, 1)");
        Require.that(beta2 >= 0 && beta2 < 1, "beta2", beta2, "in [0, 1)");
        Require.that(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY, "epsilon", epsilon, "a finite number above 0");
    }

    /** Returns an optimizer with {@link #GAN_DEFAULTS} but for the rate and the betas. */
    public static Adam of(double rate, double beta1, double beta2) {
        return new Adam(
                Schedule.constant(rate),
                beta1,
                beta2,
                GAN_DEFAULTS.epsilon,
                GAN_DEFAULTS.placement,
                GAN_DEFAULTS.amsgrad);
    }

    @Override
    public OptimizerState init(Parameters parameters) {
        return amsgrad
                ? OptimizerState.zeros(parameters, FIRST, SECOND, LARGEST)
                : OptimizerState.zeros(parameters, FIRST, SECOND);
    }

    @Override
    public OptimizerStep step(Parameters parameters, Parameters gradients, OptimizerState state) {
        ParameterUpdate.Adam at = settings(state.steps());
        TreeMap<String, Parameters> memory = new TreeMap<>();
        Parameters first = Moments.first(state.get(FIRST), gradients, beta1);
        Parameters second = Moments.second(state.get(SECOND), gradients, beta2);
        memory.put(FIRST, first);
        memory.put(SECOND, second);
        Parameters used = second;
        if (amsgrad) {
            used = state.get(LARGEST).zip(second, Tensor::maximum);
            memory.put(LARGEST, used);
        }
        Parameters move = first.zip(used, (m, v) -> m.times(at.step()).dividedBy(divisor(v, at)));
        return new OptimizerStep(parameters.zip(move, Tensor::minus), state.next(memory));
    }

    private static Tensor divisor(Tensor v, ParameterUpdate.Adam at) {
        Tensor scaled = v.times(at.scale());
        return at.root() > 0
                ? scaled.plus(at.root()).sqrt()
                : Moments.root(scaled).plus(at.epsilon());
    }

    @Override
    public OptimizerState stepInPlace(Parameters parameters, Parameters gradients, OptimizerState state) {
        ParameterUpdate.Adam settings = settings(state.steps());
        List<Parameters> memory = new ArrayList<>(Arrays.asList(state.get(FIRST), state.get(SECOND)));
        if (amsgrad) {
            memory.add(state.get(LARGEST));
        }
        InPlace.each(
                parameters,
                gradients,
                (name, p, g) -> ParameterUpdate.adam(p, g, InPlace.tensors(memory, name), settings));
        return state.next();
    }

    /** Folds the corrections of a step, counted from 0, into the factors of m and v. */
    private ParameterUpdate.Adam settings(long done) {
        double gamma = Settings.rate(rate, done);
        double a = 1 - StrictMath.pow(beta1, done + 1.0);
        double b = 1 - StrictMath.pow(beta2, done + 1.0);
        return switch (placement) {
            case OUTSIDE -> new ParameterUpdate.Adam(beta1, beta2, gamma / a, 1 / b, 0, epsilon);
            case EPSILON_HAT -> new ParameterUpdate.Adam(beta1, beta2, gamma * Math.sqrt(b) / a, 1, 0, epsilon);
            case ROOT -> new ParameterUpdate.Adam(beta1, beta2, gamma / a, 1 / b, epsilon, 0);
        };
    }

    @Override
    public SortedMap<String, Double> scheduled(long step) {
        TreeMap<String, Double> values = new TreeMap<>();
        values.put("rate", rate.at(step));
        return values;
    }
}
