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
 * RMSProp: gradients divided by the root of their running mean square.
 *
 * <p>G' = decay G + (1 - decay) g^2, from G = 0;  inside: p' = p - rate g / sqrt(G' + epsilon);  outside:
 * p' = p - rate g / (sqrt(G') + epsilon). Centred: M' = decay M + (1 - decay) g, and the variance max(G' - M'^2, 0) takes
 * the place of G'.
 *
 * <p>There is no bias correction: since G starts at 0, the first steps are long, 1 / sqrt(1 - decay) times the rate for
 * a gradient far above epsilon.
 *
 * @param rate the learning rate, at least 0
 * @param decay of the running means, in [0, 1)
 * @param epsilon above 0; inside the root it counts as its own square root outside
 * @param placement where epsilon stands
 * @param centred whether the mean is taken off
 * @see <a href="https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf">Tieleman and Hinton, Lecture
 *     6.5, 2012</a>
 * @see <a href="https://arxiv.org/abs/1308.0850">Graves, Generating sequences, 2013, equations 38 to 40 (centred,
 *     inside)</a>
 */
@About(
        value = "Gradients divided by the root of their running mean square.",
        formula = "G = decay G + (1 - decay) g^2; p -= rate g / (sqrt(G) + epsilon) or rate g / sqrt(G + epsilon)",
        paper = "Tieleman and Hinton, Lecture 6.5, 2012")
public record RmsProp(Schedule rate, double decay, double epsilon, Placement placement, boolean centred)
        implements Optimizer {
    /** Where epsilon stands. */
    public enum Placement {
        /** sqrt(G + epsilon): TensorFlow 1, Graves. */
        INSIDE,
        /** sqrt(G) + epsilon: PyTorch. */
        OUTSIDE
    }

    /** Decay 0.9 and epsilon 1e-8 outside the root at rate 1e-4. */
    public static final RmsProp DEFAULTS = new RmsProp(Schedule.constant(1e-4), 0.9, 1e-8, Placement.OUTSIDE, false);

    private static final String SQUARE = "square";
    private static final String MEAN = "mean";

    /** Checks the settings. */
    public RmsProp {
        Settings.startsAtLeastZero("rate", rate);
        Require.that(decay >= 0 && decay < 1, "decay", decay, "in [0, 1)");
        Require.that(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY, "epsilon", epsilon, "a finite number above 0");
    }

    @Override
    public OptimizerState init(Parameters parameters) {
        return centred ? OptimizerState.zeros(parameters, SQUARE, MEAN) : OptimizerState.zeros(parameters, SQUARE);
    }

    @Override
    public OptimizerStep step(Parameters parameters, Parameters gradients, OptimizerState state) {
        double gamma = Settings.rate(rate, state.steps());
        TreeMap<String, Parameters> memory = new TreeMap<>();
        Parameters square = Moments.second(state.get(SQUARE), gradients, decay);
        memory.put(SQUARE, square);
        Parameters variance = square;
        if (centred) {
            Parameters mean = Moments.first(state.get(MEAN), gradients, decay);
            memory.put(MEAN, mean);
            variance = square.zip(mean, (s, m) -> s.minus(m.square()).maximum(0));
        }
        Parameters move = gradients.zip(variance, (g, v) -> g.times(gamma).dividedBy(divisor(v)));
        return new OptimizerStep(parameters.zip(move, Tensor::minus), state.next(memory));
    }

    private Tensor divisor(Tensor variance) {
        return placement == Placement.INSIDE
                ? variance.plus(epsilon).sqrt()
                : Moments.root(variance).plus(epsilon);
    }

    @Override
    public OptimizerState stepInPlace(Parameters parameters, Parameters gradients, OptimizerState state) {
        ParameterUpdate.Rmsprop settings = new ParameterUpdate.Rmsprop(
                Settings.rate(rate, state.steps()), decay, epsilon, placement == Placement.INSIDE);
        List<Parameters> memory = new ArrayList<>(Arrays.asList(state.get(SQUARE)));
        if (centred) {
            memory.add(state.get(MEAN));
        }
        InPlace.each(
                parameters,
                gradients,
                (name, p, g) -> ParameterUpdate.rmsprop(p, g, InPlace.tensors(memory, name), settings));
        return state.next();
    }

    @Override
    public SortedMap<String, Double> scheduled(long step) {
        TreeMap<String, Double> values = new TreeMap<>();
        values.put("rate", rate.at(step));
        return values;
    }
}
