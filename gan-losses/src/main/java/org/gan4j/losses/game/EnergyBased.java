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
import org.gan4j.core.tensor.Tensor;

/**
 * Energy-based game: the discriminator is an autoencoder, its reconstruction error the energy of a sample, and the
 * generator is kept from giving samples with the same code.
 *
 * <p>L_D = mean(E(x)) + mean(max(0, margin - E(G(z)))), L_G = mean(E(G(z))) + repelling PT(S), with the codes S of the
 * generated samples and PT(S) = 1 / (N (N - 1)) sum_{i != j} (S_i . S_j / (|S_i| |S_j|))^2.
 *
 * <p>PT lies between 0 (codes orthogonal) and 1 (codes on one line); a code of length 0 counts as orthogonal to all
 * others. Generated samples beyond the margin give the discriminator no gradient; the margin is on the scale of the
 * error, so that with a mean over pixels in [0, 1] a margin of 1 is never reached. Without the repelling term this is
 * the adversarial game with the loss energy-margin, link identity.
 *
 * <p>The players are d and g. Reported are energy/real, energy/fake (mean and deviation) and penalty/repelling (with its
 * weight). Deviations from the paper: the error is a choice of the autoencoder's; the paper writes the Euclidean norm.
 *
 * @param generator makes samples of latent vectors
 * @param discriminator the autoencoder whose reconstruction error is the energy
 * @param margin the energy that generated samples are pushed to, finite and above 0
 * @param repelling the weight of the repelling term, finite and at least 0; the paper's EBGAN-PT has 0.1
 * @param transforms what happens, in this order, to real and fake samples before the discriminator sees them
 * @see <a href="https://arxiv.org/abs/1609.03126">Zhao, Mathieu and LeCun, Energy-based GAN, 2017, equations 1 and 2,
 *     section 2.4</a>
 */
@About(
        value =
                "The discriminator is an autoencoder whose error is the energy; the generator's codes repel each other.",
        formula = "L_d = mean(E(x)) + mean(max(0, margin - E(G(z)))), L_g = mean(E(G(z))) + repelling PT,"
                + " PT = 1/(N(N-1)) sum_{i != j} cos^2(S_i, S_j)",
        paper = "Zhao, Mathieu and LeCun, Energy-based GAN, 2017, https://arxiv.org/abs/1609.03126")
public record EnergyBased(
        Generator generator,
        Autoencoder discriminator,
        @Default("1") double margin,
        @Default("0.1") double repelling,
        @Default("[]") List<SampleTransform> transforms)
        implements TwoPlayerGame {
    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if the margin is not finite and above 0, or the weight is not finite and at least
     *     0: below 0 it would draw codes together
     */
    public EnergyBased {
        Objects.requireNonNull(generator, "generator is null");
        Objects.requireNonNull(discriminator, "discriminator is null");
        Require.above("margin", margin, 0);
        Require.atLeast("repelling", repelling, 0);
        transforms = Collections.unmodifiableList(new ArrayList<>(transforms));
    }

    @Override
    public void requireBatchSize(int size) {
        int seen = DiscriminatorInputs.size(size, transforms);
        if (repelling > 0) {
            RepellingTerm.requireCodes(seen);
        }
    }

    @Override
    public List<MetricGroup> metricGroups() {
        return List.of(
                MetricGroup.of("energy", "Reconstruction errors: mean ± deviation"),
                MetricGroup.of("penalty", "Penalties, with their weights"));
    }

    @Override
    public PlayableGame open(SampleSpec spec, DType dtype) {
        AutoencoderNetwork network = discriminator.network(DiscriminatorInputs.spec(spec, transforms));
        return PlayableTwoPlayerGame.of(this, network, spec, dtype, (minibatch, state) -> losses(minibatch, network));
    }

    private GameLosses losses(Minibatch minibatch, AutoencoderNetwork network) {
        AutoencodedMinibatch samples = new AutoencodedMinibatch(minibatch, network, transforms, "energy-based");
        SortedMap<String, Tensor> losses = new TreeMap<>();
        if (minibatch.updates(DISCRIMINATOR)) {
            losses.put(
                    DISCRIMINATOR,
                    discriminatorLoss(samples.real().energy(), samples.fake().energy()));
            samples.reportEnergies();
        }
        if (minibatch.updates(GENERATOR)) {
            losses.put(GENERATOR, generatorLoss(minibatch, samples.fake()));
        }
        return minibatch.losses(losses);
    }

    private Tensor discriminatorLoss(Tensor realEnergy, Tensor fakeEnergy) {
        return realEnergy.mean().plus(fakeEnergy.negate().plus(margin).relu().mean());
    }

    private Tensor generatorLoss(Minibatch minibatch, AutoencoderNetwork.Outputs fake) {
        Tensor energy = fake.energy().mean();
        if (repelling == 0) {
            return energy;
        }
        Tensor term = RepellingTerm.of(fake.features()).times(repelling);
        minibatch.report("penalty/repelling", () -> term);
        return energy.plus(term);
    }
}
