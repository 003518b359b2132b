package org.gan4j.core.config;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A small configuration with one of everything that configurations can hold. */
final class Toy {
    private Toy() {}

    static ConfigurationReader reader() {
        return Guice.createInjector(new ToyModule()).getInstance(ConfigurationReader.class);
    }

    static final class ToyModule extends AbstractModule {
        @Override
        protected void configure() {
            strategies(binder(), ToyLoss.class)
                    .bind("minimax", Minimax.class)
                    .bind("hinge", Hinge.class)
                    .bind("scaled", Scaled.class);
            strategies(binder(), Optimizer.class)
                    .bind("adam", Adam.class)
                    .bind("sgd", Sgd.class)
                    .preset("adam-gan", Adam.class, () -> Adam.GAN_DEFAULTS);
            strategies(binder(), Rate.class)
                    .number(Constant.class)
                    .bind("constant", Constant.class)
                    .bind("linear", Linear.class);
            strategies(binder(), WiringRule.class).bind("hinge-needs-small-rates", HingeNeedsSmallRates.class);
        }
    }

    @Family("toy-losses")
    interface ToyLoss {}

    @About("The loss of the minimax game.")
    record Minimax() implements ToyLoss {}

    record Hinge(double margin) implements ToyLoss {
        static final Hinge DEFAULTS = new Hinge(1);

        Hinge {
            if (!(margin > 0)) {
                throw new IllegalArgumentException("margin must be positive but is " + margin);
            }
        }
    }

    record Scaled(
            ToyLoss loss,
            @Default("0.5") double discriminator,
            @Default("1") double generator) implements ToyLoss {}

    @Family("rates")
    interface Rate {
        double largest();
    }

    record Constant(double value) implements Rate {
        Constant {
            if (!(value >= 0)) {
                throw new IllegalArgumentException("rate must be >= 0 but is " + value);
            }
        }

        @Override
        public double largest() {
            return value;
        }
    }

    record Linear(double from, double to, long steps) implements Rate {
        @Override
        public double largest() {
            return Math.max(from, to);
        }
    }

    enum Placement {
        OUTSIDE,
        EPSILON_HAT,
        INSIDE_ROOT
    }

    @Family("toy-optimizers")
    interface Optimizer {
        Rate rate();
    }

    record Adam(Rate rate, double beta1, double beta2, Placement placement) implements Optimizer {
        static final Adam DEFAULTS = new Adam(new Constant(1e-3), 0.9, 0.999, Placement.OUTSIDE);
        static final Adam GAN_DEFAULTS = new Adam(new Constant(2e-4), 0.5, 0.999, Placement.OUTSIDE);

        Adam {
            requireDecay("beta1", beta1);
            requireDecay("beta2", beta2);
        }

        private static void requireDecay(String name, double value) {
            if (!(value >= 0 && value < 1)) {
                throw new IllegalArgumentException(name + " must be in [0, 1) but is " + value);
            }
        }
    }

    record Sgd(
            Rate rate,
            @Default("0") double momentum,
            @Default("false") boolean nesterov) implements Optimizer {}

    record Turn(List<String> players, int times) {
        static final Turn DEFAULTS = new Turn(List.of("generator"), 1);

        Turn {
            if (times < 1) {
                throw new IllegalArgumentException("times must be at least 1 but is " + times);
            }
        }
    }

    record Scheme(List<Turn> turns, Optional<ToyLoss> extra) {
        static final Scheme DEFAULTS =
                new Scheme(List.of(new Turn(List.of("discriminator"), 2), Turn.DEFAULTS), Optional.empty());
    }

    record Run(
            ToyLoss loss,
            SortedMap<String, Optimizer> optimizers,
            long seed,
            @Default("100") int steps,
            @Default("{}") Scheme scheme,
            @Default("[]") List<Double> grid,
            Optional<String> note,
            @Default("[]") List<ToyLoss> penalties) {
        Run {
            if (steps < 1) {
                throw new IllegalArgumentException("steps must be at least 1 but is " + steps);
            }
        }
    }

    record HingeNeedsSmallRates() implements WiringRule {
        @Override
        public void check(Wiring wiring) {
            boolean hinge = !wiring.all(Hinge.class).isEmpty();
            for (Wiring.Placed<Optimizer> placed : wiring.all(Optimizer.class)) {
                double rate = placed.value().rate().largest();
                if (hinge && rate > 1) {
                    wiring.refuse(placed, "rate " + rate + " is too large for a hinge loss; use at most 1");
                } else if (hinge && rate > 0.1) {
                    wiring.warn(placed, "rate " + rate + " is large for a hinge loss");
                }
            }
        }
    }

    static final String VALID = """
            # a comment
            loss: {type: hinge, margin: 2}
            optimizers:
              discriminator:
                type: adam
                rate: 1e-3
                beta1: .5
                placement: epsilon-hat
              generator: adam-gan
            seed: 7
            scheme:
              turns:
                - players: [discriminator]
                  times: 3
                - times: 1
              extra: hinge
            grid: [0.1, 1E-3, 5]
            note: "1e-3"
            penalties: [minimax, {type: scaled, loss: hinge}]
            """;
}
