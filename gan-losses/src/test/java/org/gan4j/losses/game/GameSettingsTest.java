package org.gan4j.losses.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.core.data.Samples;
import org.gan4j.core.distance.MaximumMeanDiscrepancy.Estimator;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.GenerativeGame;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.gan.Autoencoder;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.SampleTransform;
import org.gan4j.core.gan.network.ReconstructionError;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.loss.EnergyLink;
import org.gan4j.losses.loss.EnergyMargin;
import org.gan4j.losses.transform.Packing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings of the games mean, and which are refused. */
class GameSettingsTest {
    private static final Generator GENERATOR = new PlaneWorld.PlaneGenerator();
    private static final Autoencoder AUTOENCODER = new PlaneWorld.PlaneAutoencoder(ReconstructionError.MEAN_SQUARED);
    private static final List<String> BOTH = List.of("d", "g");

    @Test
    void withoutRepellingTheEnergyBasedGameIsTheAdversarialOneWithAMargin() {
        GameLosses special = losses(new EnergyBased(GENERATOR, AUTOENCODER, 0.5, 0, List.of()));
        GameLosses general =
                losses(AdversarialGame.of(GENERATOR, AUTOENCODER, new EnergyMargin(0.5, EnergyLink.IDENTITY)));
        for (String player : BOTH) {
            assertThat(special.loss(player).item())
                    .isEqualTo(general.loss(player).item());
        }
    }

    @Test
    void transformsReachRealAndFakeSamplesOfTheAutoencoder() {
        SampleTransform halved = (samples, pass) -> Samples.of(samples.values().times(0.5));
        GameLosses plain = losses(new EnergyBased(GENERATOR, AUTOENCODER, 5, 0, List.of()));
        GameLosses changed = losses(new EnergyBased(GENERATOR, AUTOENCODER, 5, 0, List.of(halved)));
        GameLosses general = losses(AdversarialGame.of(GENERATOR, AUTOENCODER, new EnergyMargin(5, EnergyLink.IDENTITY))
                .withTransforms(List.of(halved)));
        for (String player : BOTH) {
            assertThat(changed.loss(player).item())
                    .isEqualTo(general.loss(player).item())
                    .isNotEqualTo(plain.loss(player).item());
        }
        BoundaryEquilibrium balanced = new BoundaryEquilibrium(GENERATOR, AUTOENCODER, 0.5, 0.1, List.of(halved));
        assertThat(PlaneWorld.opened(balanced)
                        .losses(
                                PlaneWorld.state(balanced, PlaneWorld.balance(0)),
                                Draw.of(PlaneWorld.REAL, RandomStream.of(6)),
                                BOTH)
                        .loss("g")
                        .item())
                .isEqualTo(general.loss("g").item());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void numbersThatMustBeAboveZeroAreRefused(double value) {
        assertThatThrownBy(() -> new EnergyBased(GENERATOR, AUTOENCODER, value, 0.1, List.of()))
                .hasMessage("margin must be finite and above 0, but is " + value);
        assertThatThrownBy(() -> new BoundaryEquilibrium(GENERATOR, AUTOENCODER, value, 0.001, List.of()))
                .hasMessage("gamma must be above 0 and at most 1, but is " + value);
        assertThatThrownBy(() -> new BoundaryEquilibrium(GENERATOR, AUTOENCODER, 0.75, value, List.of()))
                .hasMessage("lambda must be finite and above 0, but is " + value);
        assertThatThrownBy(() -> new MomentMatching(GENERATOR, List.of(1.0, value), Estimator.BIASED, true))
                .hasMessage("sigmas must be finite and above 0, but are [1.0, " + value + "]");
    }

    @Test
    void theRatioOfErrorsMayBeOne() {
        assertThat(new BoundaryEquilibrium(GENERATOR, AUTOENCODER, 1, 0.001, List.of()).measure(0.5, 0.75))
                .isEqualTo(0.75);
    }

    @Test
    void settingsWithoutMeaningAreRefused() {
        assertThatThrownBy(() -> new EnergyBased(GENERATOR, AUTOENCODER, 1, -0.1, List.of()))
                .hasMessage("repelling must be finite and at least 0, but is -0.1");
        assertThatThrownBy(() -> new EnergyBased(GENERATOR, AUTOENCODER, 1, Double.POSITIVE_INFINITY, List.of()))
                .hasMessage("repelling must be finite and at least 0, but is Infinity");
        assertThatThrownBy(() -> new BoundaryEquilibrium(GENERATOR, AUTOENCODER, 1.5, 0.001, List.of()))
                .hasMessage("gamma must be above 0 and at most 1, but is 1.5");
        assertThatThrownBy(() -> new MomentMatching(GENERATOR, List.of(), Estimator.BIASED, true))
                .hasMessage("sigmas is empty: there must be at least one kernel");
        assertThatThrownBy(() -> new MomentMatching(GENERATOR, List.of(1.0), Estimator.UNBIASED, true))
                .hasMessage("the unbiased estimate may be below 0 and has no root; use squareRoot: false or estimator:"
                        + " biased");
    }

    /** Nothing is left to learn, and the gradient of the root, infinite at 0, must not say otherwise. */
    @Test
    void theRootHasNoGradientWhereTheSamplesAreTheData() {
        MomentMatching game = new MomentMatching(GENERATOR, List.of(0.5, 2.0), Estimator.BIASED, true);
        GameState state = PlaneWorld.state(game, Buffers.empty()).tracking(List.of("g"));
        Parameters parameters = state.player("g").parameters();
        Samples made = Samples.of(GENERATOR
                .open(PlaneWorld.SPEC)
                .generate(parameters, latents(), evaluation())
                .detach());
        Tensor loss = PlaneWorld.opened(game)
                .losses(state, Draw.of(made, RandomStream.of(6)), List.of("g"))
                .loss("g");
        assertThat(loss.item()).isCloseTo(0, within(1.1e-6));
        assertThat(Gradients.of(loss, parameters.list()))
                .allMatch(Tensor::allFinite)
                .allMatch(gradient -> gradient.norm().item() < 1e-3);
    }

    @Test
    void batchesOfOneAreRefusedWherePairsAreCompared() {
        EnergyBased repelling = new EnergyBased(GENERATOR, AUTOENCODER, 1, 0.1, List.of());
        MomentMatching unbiased = new MomentMatching(GENERATOR, List.of(1.0), Estimator.UNBIASED, false);
        assertThatThrownBy(() -> repelling.requireBatchSize(1))
                .hasMessage("the repelling term compares the codes of a batch, but a batch has 1; take a larger"
                        + " batchSize or repelling: 0");
        assertThatThrownBy(() -> unbiased.requireBatchSize(1))
                .hasMessage("the unbiased estimate compares the samples of a batch, but batchSize is 1; take a larger"
                        + " one or estimator: biased");
        repelling.requireBatchSize(2);
        unbiased.requireBatchSize(2);
        new EnergyBased(GENERATOR, AUTOENCODER, 1, 0, List.of()).requireBatchSize(1);
        EnergyBased packed = new EnergyBased(GENERATOR, AUTOENCODER, 1, 0.1, List.of(new Packing(3)));
        assertThatThrownBy(() -> packed.requireBatchSize(3)).hasMessageContaining("a batch has 1");
        packed.requireBatchSize(6);
        for (GenerativeGame game : List.of(
                packed,
                new BoundaryEquilibrium(GENERATOR, AUTOENCODER, 0.75, 0.001, List.of(new Packing(3))),
                AdversarialGame.of(GENERATOR, AUTOENCODER, new EnergyMargin(1, EnergyLink.IDENTITY))
                        .withTransforms(List.of(new Packing(3))))) {
            assertThatThrownBy(() -> game.requireBatchSize(7))
                    .hasMessage(
                            "batchSize does not fit the packing: 7 samples cannot be packed by 3; choose a multiple");
        }
        new MomentMatching(GENERATOR, List.of(1.0), Estimator.BIASED, true).requireBatchSize(1);
    }

    @Test
    void whatALossWasComputedFromIsSaidInWords() {
        assertThat(losses(new EnergyBased(GENERATOR, AUTOENCODER, 0.5, 0.1, List.of()))
                        .circumstances()
                        .get())
                .isEqualTo("energy-based, energies of real samples from 0.1497 to 1.498, energies of fake samples from"
                        + " 0.1688 to 0.6866");
        assertThat(losses(new MomentMatching(GENERATOR, List.of(1.0), Estimator.BIASED, true))
                        .circumstances()
                        .get())
                .isEqualTo("moment-matching, values of real samples from -1.800 to 1.500, values of fake samples from"
                        + " -0.7509 to 0.8585");
    }

    private static Samples latents() {
        Samples drawn = GENERATOR.latent().sample(4, RandomStream.of(1));
        return Samples.of(drawn.values().to(DType.FLOAT64));
    }

    private static Pass evaluation() {
        return ForwardPass.evaluation(0, RandomStream.of(1), Buffers.empty());
    }

    private static GameLosses losses(GenerativeGame game) {
        return PlaneWorld.opened(game)
                .losses(
                        PlaneWorld.state(game, Buffers.empty()),
                        Draw.of(PlaneWorld.REAL, RandomStream.of(6)),
                        game.players());
    }
}
