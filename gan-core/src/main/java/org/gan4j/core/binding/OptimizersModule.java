package org.gan4j.core.binding;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.optim.ClippedGradient;
import org.gan4j.core.optim.ClippedWeights;
import org.gan4j.core.optim.ConstantSchedule;
import org.gan4j.core.optim.EpochSchedule;
import org.gan4j.core.optim.ExponentialAverage;
import org.gan4j.core.optim.GeometricSchedule;
import org.gan4j.core.optim.LinearSchedule;
import org.gan4j.core.optim.MaxColumnNorm;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.optim.ParameterAverage;
import org.gan4j.core.optim.RmsProp;
import org.gan4j.core.optim.Schedule;
import org.gan4j.core.optim.Sgd;
import org.gan4j.core.optim.StepSchedule;
import org.gan4j.core.optim.UniformAverage;
import org.gan4j.core.optim.WeightDecay;

/** Names the optimizers, what wraps them, schedules and averages of parameters. */
final class OptimizersModule extends AbstractModule {
    @Override
    protected void configure() {
        strategies(binder(), Optimizer.class)
                .bind("sgd", Sgd.class)
                .bind("rmsprop", RmsProp.class)
                .bind("adam", Adam.class)
                .bind("clipped-weights", ClippedWeights.class)
                .bind("max-column-norm", MaxColumnNorm.class)
                .bind("clipped-gradient", ClippedGradient.class)
                .bind("weight-decay", WeightDecay.class);
        strategies(binder(), Schedule.class)
                .bind("constant", ConstantSchedule.class)
                .bind("linear", LinearSchedule.class)
                .bind("geometric", GeometricSchedule.class)
                .bind("step", StepSchedule.class)
                .bind("per-epoch", EpochSchedule.class)
                .number(ConstantSchedule.class);
        strategies(binder(), ParameterAverage.class)
                .bind("exponential", ExponentialAverage.class)
                .bind("uniform", UniformAverage.class);
    }
}
