package org.gan4j.losses.game;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.config.Require;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.MetricGroup;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.adversarial.DiscriminatorInputs;
import org.gan4j.core.game.adversarial.Minibatch;
import org.gan4j.core.game.adversarial.PlayableTwoPlayerGame;
import org.gan4j.core.game.adversarial.TwoPlayerGame;
import org.gan4j.core.gan.Autoencoder;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.SampleTransform;
import org.gan4j.core.gan.network.AutoencoderNetwork;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.tensor.Tensor;

/**
 * Boundary equilibrium: an autoencoder learns to reconstruct data and, as far as a balance variable k allows, not to
 * reconstruct generated samples; k holds the ratio of the two errors at gamma.
 *
 * <p>L_D = e_r - k e_f, L_G = e_f, k &lt;- clip(k + lambda (gamma e_r - e_f), 0, 1), with the mean reconstruction errors
 * e_r of real and e_f of generated samples. The convergence measure is M = e_r + |gamma e_r - e_f|.
 *
 * <p>k starts at 0. An evaluation of the discriminator's loss uses the k it finds and proposes the next one, from
 * the errors of the same samples; one of the generator's alone leaves k as it is. So k moves once per update of the
 * discriminator: under simultaneous learning once per step, under alternating turns of k_D and k_G updates k_D times per
 * step. It is kept in double precision, in the state under extra/balance.
 *
 * <p>The players are d and g. Reported are energy/real, energy/fake (mean and deviation), balance/k as used, and
 * convergence/measure.
 *
 * <p>Errors are matched, not samples: nothing but k keeps these apart. Small gamma gives sharper and less varied samples.
 * A code as large as a sample reconstructs everything, k stays at 0, and the generator learns little; on points in the
 * plane samples reach the data but gather at few places. Deviations from the paper: the same generated samples serve both
 * losses where both are evaluated.
 *
 * @param generator makes samples of latent vectors
 * @param discriminator the autoencoder; the paper's error is mean-absolute
 * @param gamma the ratio e_f / e_r at equilibrium, above 0 and at most 1
 * @param lambda how fast k moves, finite and above 0
 * @param transforms what happens, in this order, to real and fake samples before the discriminator sees them
 * @see <a href="https://arxiv.org/abs/1703.10717">Berthelot, Schumm and Metz, BEGAN, 2017, section 3.4</a>
 */
@About(
        value = "An autoencoder against a generator, with a variable that balances their errors.",
        formula = "L_d = e_r - k e_f, L_g = e_f, k <- clip(k + lambda (gamma e_r - e_f), 0, 1),"
                + " M = e_r + |gamma e_r - e_f|",
        paper = "Berthelot, Schumm and Metz, BEGAN, 2017, https://arxiv.org/abs/1703.10717")
public record BoundaryEquilibrium(
        Generator generator,
        Autoencoder discriminator,
        @Default("0.75") double gamma,
        @Default("0.001") double lambda,
        @Default("[]") List<SampleTransform> transforms)
        implements TwoPlayerGame {
    /** The name of the variable k in {@link org.gan4j.core.game.GameState#extra()}. */
    public static final String BALANCE = "balance";

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if gamma is not above 0 and at most 1, or lambda not finite and above 0: k would
     *     never move
     */
    public BoundaryEquilibrium {
        Objects.requireNonNull(generator, "generator is null");
        Objects.requireNonNull(discriminator, "discriminator is null");
        if (!(gamma > 0 && gamma <= 1)) {
            throw new IllegalArgumentException("gamma must be above 0 and at most 1, but is " + gamma);
        }
        Require.above("lambda", lambda, 0);
        transforms = Collections.unmodifiableList(new ArrayList<>(transforms));
    }

    @Override
    public List<MetricGroup> metricGroups() {
        return List.of(
                MetricGroup.of("energy", "Reconstruction errors: mean ± deviation"),
                MetricGroup.of("balance", "Balance variable"),
                MetricGroup.of("convergence", "Convergence measure"));
    }

    @Override
    public PlayableGame open(SampleSpec spec, DType dtype) {
        AutoencoderNetwork network = discriminator.network(DiscriminatorInputs.spec(spec, transforms));
        return PlayableTwoPlayerGame.of(
                        this, network, spec, dtype, (minibatch, state) -> losses(minibatch, network, state))
                .with(Buffers.empty().with(BALANCE, variable(0)));
    }

    private GameLosses losses(Minibatch minibatch, AutoencoderNetwork network, GameState state) {
        AutoencodedMinibatch samples = new AutoencodedMinibatch(minibatch, network, transforms, "boundary-equilibrium");
        SortedMap<String, Tensor> losses = new TreeMap<>();
        SortedMap<String, Tensor> variables = new TreeMap<>();
        if (minibatch.updates(DISCRIMINATOR)) {
            Tensor realError = samples.real().energy().mean();
            Tensor fakeError = samples.fake().energy().mean();
            double k = state.extra().get(BALANCE).item();
            losses.put(DISCRIMINATOR, realError.minus(fakeError.times(k)));
            variables.put(BALANCE, variable(balanced(k, realError.item(), fakeError.item())));
            samples.reportEnergies();
            minibatch.report("balance/k", () -> variable(k));
            minibatch.report("convergence/measure", () -> variable(measure(realError.item(), fakeError.item())));
        }
        if (minibatch.updates(GENERATOR)) {
            losses.put(GENERATOR, samples.fake().energy().mean());
        }
        return minibatch.losses(losses, variables);
    }

    /** Returns the next k; errors whose difference is undefined leave it as it is, for such a play ends the run. */
    double balanced(double k, double realError, double fakeError) {
        double next = k + lambda * (gamma * realError - fakeError);
        return Double.isNaN(next) ? k : Math.min(1, Math.max(0, next));
    }

    /** Returns M = e_r + |gamma e_r - e_f|. */
    double measure(double realError, double fakeError) {
        return realError + Math.abs(gamma * realError - fakeError);
    }

    private static Tensor variable(double value) {
        return Tensor.scalar(DType.FLOAT64, value);
    }
}
