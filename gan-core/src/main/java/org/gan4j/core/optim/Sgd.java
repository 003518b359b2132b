package org.gan4j.core.optim;

import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.tensor.ParameterUpdate;
import org.gan4j.core.tensor.Tensor;

/**
 * Gradient descent with momentum.
 *
 * <p>v' = momentum v - rate g;  heavy ball: p' = p + v';  Nesterov: p' = p + momentum v' - rate g.
 *
 * <p>The velocity starts at 0 and holds the rate, so that a change of rate does not rescale what has been gathered. This
 * is the form of the 2014 paper's code; PyTorch's applies the rate to the velocity instead, which is the same while the
 * rate is constant.
 *
 * @param rate the learning rate, at least 0
 * @param momentum in [0, 1); 0 is plain descent
 * @param form which momentum
 * @see <a href="https://doi.org/10.1016/0041-5553(64)90137-5">Polyak, Some methods of speeding up the convergence of
 *     iteration methods, 1964</a>
 * @see <a href="https://proceedings.mlr.press/v28/sutskever13.html">Sutskever et al., On the importance of
 *     initialization and momentum, 2013, equations 1 to 4</a>
 */
@About(
        value = "Gradient descent with heavy-ball or Nesterov momentum.",
        formula = "v = momentum v - rate g; p += v (heavy ball) or momentum v - rate g (Nesterov)",
        paper = "Sutskever et al., On the importance of initialization and momentum in deep learning, 2013")
public record Sgd(Schedule rate, Schedule momentum, Form form) implements Optimizer {
    /** Where the gradient is taken relative to the momentum. */
    public enum Form {
        /** Polyak's momentum. */
        HEAVY_BALL,
        /** Nesterov's, written for parameters that stand at the point where the gradient is taken. */
        NESTEROV
    }

    /** Plain descent at rate 0.01. */
    public static final Sgd DEFAULTS = new Sgd(Schedule.constant(0.01), Schedule.constant(0), Form.HEAVY_BALL);

    private static final String VELOCITY = "velocity";

    /** Checks the settings. */
    public Sgd {
        Settings.startsAtLeastZero("rate", rate);
        double start = momentum.at(0);
        Require.that(start >= 0 && start < 1, "momentum", start, "in [0, 1)");
    }

    /** Returns plain descent. */
    public static Sgd of(double rate) {
        return new Sgd(Schedule.constant(rate), Schedule.constant(0), Form.HEAVY_BALL);
    }

    @Override
    public OptimizerState init(Parameters parameters) {
        return plain() ? OptimizerState.zeros(parameters) : OptimizerState.zeros(parameters, VELOCITY);
    }

    @Override
    public OptimizerStep step(Parameters parameters, Parameters gradients, OptimizerState state) {
        double gamma = Settings.rate(rate, state.steps());
        if (plain()) {
            return new OptimizerStep(parameters.zip(gradients, (p, g) -> p.minus(g.times(gamma))), state.next());
        }
        double mu = momentumAt(state.steps());
        Parameters velocity =
                state.get(VELOCITY).zip(gradients, (v, g) -> v.times(mu).minus(g.times(gamma)));
        Parameters move = form == Form.NESTEROV
                ? velocity.zip(gradients, (v, g) -> v.times(mu).minus(g.times(gamma)))
                : velocity;
        TreeMap<String, Parameters> memory = new TreeMap<>();
        memory.put(VELOCITY, velocity);
        return new OptimizerStep(parameters.zip(move, Tensor::plus), state.next(memory));
    }

    @Override
    public OptimizerState stepInPlace(Parameters parameters, Parameters gradients, OptimizerState state) {
        double gamma = Settings.rate(rate, state.steps());
        if (plain()) {
            InPlace.each(parameters, gradients, (name, p, g) -> ParameterUpdate.descent(p, g, gamma));
            return state.next();
        }
        ParameterUpdate.Momentum settings =
                new ParameterUpdate.Momentum(gamma, momentumAt(state.steps()), form == Form.NESTEROV);
        Parameters velocity = state.get(VELOCITY);
        InPlace.each(
                parameters, gradients, (name, p, g) -> ParameterUpdate.momentum(p, g, velocity.get(name), settings));
        return state.next();
    }

    @Override
    public SortedMap<String, Double> scheduled(long step) {
        TreeMap<String, Double> values = new TreeMap<>();
        values.put("rate", rate.at(step));
        if (!plain()) {
            values.put("momentum", momentum.at(step));
        }
        return values;
    }

    private boolean plain() {
        return momentum instanceof ConstantSchedule constant && constant.value() == 0;
    }

    private double momentumAt(long step) {
        double value = momentum.at(step);
        Require.that(value >= 0 && value < 1, "The momentum at step " + step, value, "in [0, 1)");
        return value;
    }
}
