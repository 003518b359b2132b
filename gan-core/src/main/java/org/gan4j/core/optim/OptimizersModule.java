package org.gan4j.core.optim;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;

/** Names the optimizers, what wraps them, schedules and averages of parameters. */
public final class OptimizersModule extends AbstractModule {
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
