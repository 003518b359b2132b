package org.gan4j.core.optim;

import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.tensor.ParameterUpdate;

/**
 * Weight decay: another optimizer's step with parameters drawn towards 0.
 *
 * <p>L2: the optimizer gets g + decay p, the gradient with decay / 2 times the squared norm added to the loss.
 * DECOUPLED: p' = (the optimizer's p') - decay p, outside its running means. Decay is applied as it stands, not times
 * the learning rate: what PyTorch's AdamW calls weight_decay is decay / rate here.
 *
 * @param optimizer the optimizer that is wrapped
 * @param decay the strength at a step, at least 0
 * @param form which of the two
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter, Decoupled weight decay regularization, 2019,
 *     Algorithm 2</a>
 */
@About(
        value = "Another optimizer's step with parameters drawn towards 0.",
        formula = "l2: g += decay p; decoupled: p -= decay p",
        paper = "Loshchilov and Hutter, Decoupled weight decay regularization, 2019, https://arxiv.org/abs/1711.05101")
public record WeightDecay(
        Optimizer optimizer, Schedule decay, @Default("l2") Form form) implements OptimizerWrapper {
    /** How the parameters are drawn towards 0. */
    public enum Form {
        /** Through the gradient. */
        L2,
        /** Beside the optimizer's step. */
        DECOUPLED
    }

    /** Checks the settings. */
    public WeightDecay {
        Settings.startsAtLeastZero("decay", decay);
    }

    @Override
    public OptimizerStep step(Parameters parameters, Parameters gradients, OptimizerState state) {
        double strength = strength(state.steps());
        if (form == Form.L2) {
            return optimizer.step(parameters, withDecay(parameters, gradients, strength), state);
        }
        OptimizerStep step = optimizer.step(parameters, gradients, state);
        Parameters decayed = step.parameters().zip(parameters, (next, p) -> next.minus(p.times(strength)));
        return new OptimizerStep(decayed, step.state());
    }

    @Override
    public OptimizerState stepInPlace(Parameters parameters, Parameters gradients, OptimizerState state) {
        double strength = strength(state.steps());
        if (form == Form.L2) {
            return optimizer.stepInPlace(parameters, withDecay(parameters, gradients, strength), state);
        }
        Parameters pull = parameters.map(p -> p.times(strength));
        OptimizerState next = optimizer.stepInPlace(parameters, gradients, state);
        InPlace.each(parameters, pull, (name, p, towards) -> ParameterUpdate.assign(p, p.minus(towards)));
        return next;
    }

    private static Parameters withDecay(Parameters parameters, Parameters gradients, double strength) {
        return gradients.zip(parameters, (g, p) -> g.plus(p.times(strength)));
    }

    private double strength(long step) {
        return Settings.atLeastZero("decay", decay.at(step), step);
    }

    @Override
    public SortedMap<String, Double> scheduled(long step) {
        TreeMap<String, Double> values = new TreeMap<>(optimizer.scheduled(step));
        values.put("decay", decay.at(step));
        return values;
    }
}
