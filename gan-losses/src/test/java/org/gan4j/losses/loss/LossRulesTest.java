package org.gan4j.losses.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gan4j.core.binding.CoreModule;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.StrategyBinding;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.config.Wiring;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Autoencoder;
import org.gan4j.core.gan.Companions;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.Latent;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.NormalLatent;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.gan.ScoreFunction;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.gan.SpectralNorm;
import org.gan4j.core.gan.network.AutoencoderNetwork;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.gan.network.ReconstructionError;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.optim.ClippedWeights;
import org.gan4j.core.optim.MaxColumnNorm;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.optim.OptimizerState;
import org.gan4j.core.optim.OptimizerStep;
import org.gan4j.core.optim.OptimizerWrapper;
import org.gan4j.core.optim.RmsProp;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.GameTraining;
import org.gan4j.losses.binding.LossesModule;
import org.gan4j.losses.loss.FDivergenceLoss.Form;
import org.gan4j.losses.loss.FDivergenceLoss.GeneratorSide;
import org.gan4j.losses.loss.Wasserstein.Variant;
import org.gan4j.losses.loss.divergence.AlphaDivergence;
import org.gan4j.losses.loss.divergence.JensenShannon;
import org.gan4j.losses.loss.divergence.KullbackLeibler;
import org.gan4j.losses.loss.divergence.PearsonChiSquare;
import org.gan4j.losses.loss.divergence.ReverseKullbackLeibler;
import org.gan4j.losses.penalty.GradientPenalty;
import org.gan4j.losses.penalty.QuadraticPotential;
import org.junit.jupiter.api.Test;

class LossRulesTest {
    /** A generator of nothing. */
    public record Nothing() implements Generator {
        @Override
        public Latent latent() {
            return NormalLatent.standard(1);
        }

        @Override
        public Layer network(SampleSpec spec) {
            return Activation.identity();
        }
    }

    /** A discriminator with a free score. */
    public record Free() implements Discriminator {
        @Override
        public DiscriminatorNetwork network(SampleSpec spec) {
            return DiscriminatorNetwork.scoring(spec.shape(), Activation.identity());
        }
    }

    /** A discriminator whose energy is an error. */
    public record Reconstructing() implements Autoencoder {
        @Override
        public ReconstructionError error() {
            return ReconstructionError.MEAN_SQUARED;
        }

        @Override
        public AutoencoderNetwork network(SampleSpec spec) {
            return AutoencoderNetwork.of(
                    spec.shape(), Activation.identity(), Activation.identity(), ReconstructionError.MEAN_SQUARED);
        }
    }

    /** What a run is made of, as far as the rules look. */
    public record Run(AdversarialGame game, SortedMap<String, Optimizer> optimizers) implements GameTraining {}

    private static final class Networks extends AbstractModule {
        @Override
        protected void configure() {
            strategies(binder(), Generator.class).bind("nothing", Nothing.class);
            strategies(binder(), Discriminator.class)
                    .bind("free", Free.class)
                    .bind("reconstructing", Reconstructing.class);
        }
    }

    private final ConfigurationReader reader =
            new ConfigurationReader(Guice.createInjector(new LossesModule(), new CoreModule(), new Networks())
                    .getInstance(StrategyRegistry.class));

    @Test
    void theIdentityLinkIsRefusedWithoutAnAutoencoder() {
        EnergyMargin identity = new EnergyMargin(2, EnergyLink.IDENTITY);
        assertThatThrownBy(() -> checked(new Free(), identity, RmsProp.DEFAULTS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("energy-margin with link: softplus");
        assertThat(checked(new Reconstructing(), identity, RmsProp.DEFAULTS).warnings())
                .isEmpty();
        assertThat(checked(new Free(), EnergyMargin.DEFAULTS, RmsProp.DEFAULTS).warnings())
                .isEmpty();
    }

    @Test
    void aLossThatNeedsALipschitzCriticIsWarnedOfWithoutABound() {
        for (AdversarialLoss loss :
                List.of(new Wasserstein(), new Scaled(new Wasserstein(), 2, 1), new Relativistic(new Wasserstein()))) {
            assertThat(checked(new Free(), loss, RmsProp.DEFAULTS).warnings())
                    .singleElement()
                    .asString()
                    .contains("the " + loss.displayName() + " loss has no minimum", "wgan-gp", "clipped-weights");
            ClippedWeights clipped = new ClippedWeights(RmsProp.DEFAULTS, 0.01);
            assertThat(checked(new Free(), loss, clipped).warnings()).isEmpty();
            MaxColumnNorm limited = new MaxColumnNorm(RmsProp.DEFAULTS, 1);
            assertThat(checked(new Free(), loss, limited).warnings()).isEmpty();
            SpectralNorm normalised = SpectralNorm.of(new Free());
            assertThat(checked(normalised, loss, RmsProp.DEFAULTS).warnings()).isEmpty();
        }
    }

    @Test
    void aPenaltyIsABound() {
        assertThat(warnings(new Wasserstein(), GradientPenalty.WGAN_GP)).isEmpty();
    }

    @Test
    void clippingTheGeneratorBoundsNoCritic() {
        AdversarialGame game = AdversarialGame.of(new Nothing(), new Free(), new Wasserstein());
        ClippedWeights clipped = new ClippedWeights(RmsProp.DEFAULTS, 0.01);
        assertThat(reader.resolve(new Run(game, optimizers(RmsProp.DEFAULTS, clipped)), Run.class)
                        .warnings())
                .hasSize(1);
        assertThat(reader.resolve(new Run(game, optimizers(clipped, RmsProp.DEFAULTS)), Run.class)
                        .warnings())
                .isEmpty();
    }

    /** A penalty of somebody else's. */
    public record OwnPenalty(boolean bounds) implements Penalty {
        @Override
        public Tensor of(ScoreFunction score, Tensor real, Tensor fake, RandomStream random) {
            return score.apply(real).square().mean();
        }

        @Override
        public boolean boundsLipschitz() {
            return bounds;
        }
    }

    /** An optimizer of somebody else's. */
    public record OwnOptimizer(Optimizer optimizer) implements OptimizerWrapper {
        @Override
        public OptimizerStep step(Parameters parameters, Parameters gradients, OptimizerState state) {
            return optimizer.step(parameters, gradients, state);
        }

        @Override
        public boolean boundsWeights() {
            return true;
        }
    }

    /** A discriminator of somebody else's, whose scores are energies, or Lipschitz. */
    public record OwnDiscriminator(boolean scoresAreEnergies, boolean lipschitz) implements Discriminator {
        @Override
        public DiscriminatorNetwork network(SampleSpec spec) {
            return new Free().network(spec);
        }
    }

    /** A loss of somebody else's: what others need is in its properties. */
    public record OwnLoss(LossProperties facts) implements AdversarialLoss {
        @Override
        public Tensor discriminatorLoss(Scores real, Scores fake) {
            return new Wasserstein().discriminatorLoss(real, fake);
        }

        @Override
        public Tensor generatorLoss(Scores real, Scores fake) {
            return new Wasserstein().generatorLoss(real, fake);
        }
    }

    /** Rules see games and trainings only, so that they are asked without a reader, which would need names. */
    private static List<String> told(AdversarialGame game, Optimizer d) {
        List<String> told = new ArrayList<>();
        Run run = new Run(game, optimizers(d, RmsProp.DEFAULTS));
        Wiring wiring = new Wiring() {
            @Override
            public <T> List<Placed<T>> all(Class<T> type) {
                return type.isInstance(game) ? List.of(new Placed<>("game", type.cast(game))) : List.of();
            }

            @Override
            public <T> Optional<Placed<T>> around(Placed<?> part, Class<T> type) {
                return Optional.of(new Placed<>("", type.cast(run)));
            }

            @Override
            public void refuse(Placed<?> value, String what) {
                told.add("refused: " + what);
            }

            @Override
            public void warn(Placed<?> value, String what) {
                told.add(what);
            }
        };
        new LipschitzConstraintRequired().check(wiring);
        new IdentityLinkNeedsAutoencoder().check(wiring);
        return told;
    }

    @Test
    void partsOfOthersAreKnownByWhatTheySay() {
        AdversarialGame game = AdversarialGame.of(new Nothing(), new OwnDiscriminator(false, false), new Wasserstein());
        assertThat(told(game, RmsProp.DEFAULTS)).hasSize(1);
        assertThat(told(game.withPenalty("own", new OwnPenalty(false)), RmsProp.DEFAULTS))
                .hasSize(1);
        assertThat(told(game.withPenalty("own", new OwnPenalty(true)), RmsProp.DEFAULTS))
                .isEmpty();
        assertThat(told(game, new OwnOptimizer(RmsProp.DEFAULTS))).isEmpty();
        AdversarialGame bounded =
                AdversarialGame.of(new Nothing(), new OwnDiscriminator(false, true), new Wasserstein());
        assertThat(told(bounded, RmsProp.DEFAULTS)).isEmpty();
    }

    @Test
    void lossesOfOthersAreKnownByWhatTheySay() {
        LossProperties facts = LossProperties.of("own");
        OwnLoss energies = new OwnLoss(facts.needingEnergies());
        assertThat(told(AdversarialGame.of(new Nothing(), new Free(), energies), RmsProp.DEFAULTS))
                .singleElement()
                .asString()
                .startsWith("refused: its loss takes -score for an energy");
        AdversarialGame reconstructing = AdversarialGame.of(new Nothing(), new OwnDiscriminator(true, false), energies);
        assertThat(told(reconstructing, RmsProp.DEFAULTS)).isEmpty();
        assertThat(told(
                        AdversarialGame.of(new Nothing(), SpectralNorm.of(new Reconstructing()), energies),
                        RmsProp.DEFAULTS))
                .isEmpty();
        OwnLoss half = new OwnLoss(facts.withCompanions(
                Companions.penalty("own", new OwnPenalty(false)).asPartOfLoss()));
        AdversarialGame alone = AdversarialGame.of(new Nothing(), new Free(), half);
        assertThat(told(alone, RmsProp.DEFAULTS))
                .singleElement()
                .asString()
                .contains("own-loss is half of a divergence, whose other half is the penalty own");
        assertThat(told(alone.withPenalty("it", new OwnPenalty(true)), RmsProp.DEFAULTS))
                .isEmpty();
    }

    @Test
    void halfOfADivergenceIsWarnedOfWithoutItsOtherHalf() {
        Wasserstein power = new Wasserstein(Variant.DIVERGENCE);
        Wasserstein quadratic = new Wasserstein(Variant.QUADRATIC);
        assertThat(warnings(power, GradientPenalty.WGAN_GP))
                .singleElement()
                .asString()
                .contains("wgan-div is half of a divergence, whose other half is the penalty wgan-div");
        assertThat(warnings(power, GradientPenalty.WGAN_DIV)).isEmpty();
        assertThat(warnings(power, QuadraticPotential.DEFAULTS)).hasSize(1);
        assertThat(warnings(quadratic, GradientPenalty.WGAN_DIV))
                .singleElement()
                .asString()
                .contains("gan-qp is half of a divergence, whose other half is the penalty quadratic-potential");
        assertThat(warnings(quadratic, QuadraticPotential.DEFAULTS)).isEmpty();
        assertThat(warnings(new Wasserstein(Variant.ENERGY), GradientPenalty.ZERO_CENTRED))
                .isEmpty();
        assertThat(checked(new Free(), quadratic, RmsProp.DEFAULTS).warnings())
                .singleElement()
                .asString()
                .contains("the gan-qp loss has no minimum", "add the penalty quadratic-potential,");
        assertThat(checked(SpectralNorm.of(new Free()), power, RmsProp.DEFAULTS).warnings())
                .singleElement()
                .asString()
                .contains("a loss that stands by itself, such as wasserstein");
    }

    private List<String> warnings(AdversarialLoss loss, Penalty penalty) {
        TreeMap<String, Penalty> penalties = new TreeMap<>();
        penalties.put("it", penalty);
        AdversarialGame game =
                AdversarialGame.of(new Nothing(), new Free(), loss).withPenalties(penalties);
        return reader
                .resolve(new Run(game, optimizers(RmsProp.DEFAULTS, RmsProp.DEFAULTS)), Run.class)
                .warnings()
                .stream()
                .map(String::valueOf)
                .toList();
    }

    @Test
    void lossesThatHaveAMinimumNeedNoBound() {
        for (AdversarialLoss loss : List.of(
                new NonSaturating(),
                new Hinge(),
                LeastSquares.DEFAULTS,
                Relativistic.DEFAULTS,
                FDivergenceLoss.of(new PearsonChiSquare()))) {
            assertThat(checked(new Free(), loss, RmsProp.DEFAULTS).warnings()).isEmpty();
        }
    }

    @Test
    void anEnergyWithoutABoundIsRefusedWhereverItStands() {
        Scaled identity = new Scaled(new EnergyMargin(2, EnergyLink.IDENTITY), 1, 2);
        assertThatThrownBy(() -> checked(new Free(), identity, RmsProp.DEFAULTS))
                .hasMessageContaining("energy-margin with link: softplus");
    }

    @Test
    void namesInYamlBecomeLosses() {
        assertThat(loss("non-saturating")).isEqualTo(new NonSaturating());
        assertThat(loss("energy-margin")).isEqualTo(new EnergyMargin(1, EnergyLink.SOFTPLUS));
        assertThat(loss("{type: energy-margin, margin: 0.5, link: identity}"))
                .isEqualTo(new EnergyMargin(0.5, EnergyLink.IDENTITY));
        assertThat(loss("{type: scaled, loss: minimax, discriminator: 0.5}"))
                .isEqualTo(new Scaled(new Minimax(), 0.5, 1));
        assertThat(loss("label-smoothing")).isEqualTo(new LabelSmoothing(0.9));
        assertThat(loss("{type: least-squares-pearson, c: 1}")).isEqualTo(new LeastSquares(-1, 1, 1));
        assertThat(loss("{type: relativistic, loss: hinge}")).isEqualTo(new Relativistic(new Hinge()));
        assertThat(loss("{type: relativistic-average, loss: {type: least-squares, a: -1}}"))
                .isEqualTo(new RelativisticAverage(new LeastSquares(-1, 1, 1)));
        assertThat(loss("gan-qp")).isEqualTo(new Wasserstein(Variant.QUADRATIC));
    }

    @Test
    void namesInYamlBecomeLossesOfDivergences() {
        assertThat(loss("reverse-kl")).isEqualTo(FDivergenceLoss.of(new ReverseKullbackLeibler()));
        assertThat(loss("{type: kl, form: nowozin, generator: alternative}"))
                .isEqualTo(new FDivergenceLoss(new KullbackLeibler(), Form.NOWOZIN, GeneratorSide.ALTERNATIVE));
        assertThat(loss("{type: f-divergence, divergence: {type: alpha-divergence, alpha: 2.5}}"))
                .isEqualTo(FDivergenceLoss.of(new AlphaDivergence(2.5)));
        assertThat(loss("{type: relativistic, loss: {type: f-divergence, divergence: jensen-shannon}}"))
                .isEqualTo(new Relativistic(FDivergenceLoss.of(new JensenShannon())));
    }

    @Test
    void everyNameHasASentenceAFormulaAndAPaperOfItsOwn() {
        StrategyRegistry registry = Guice.createInjector(new LossesModule()).getInstance(StrategyRegistry.class);
        Set<String> sentences = new TreeSet<>();
        for (String name : registry.names(AdversarialLoss.class)) {
            StrategyBinding binding = registry.find(AdversarialLoss.class, name).orElseThrow();
            assertThat(sentences.add(binding.summary())).as(name).isTrue();
            assertThat(binding.formula()).as(name).contains("L_D = ", "L_G = ");
            assertThat(binding.paper()).as(name).contains("https://arxiv.org/abs/");
        }
        assertThat(registry.find(AdversarialLoss.class, "jeffrey").orElseThrow().formula())
                .contains("f(u) = (u - 1) log u");
        assertThat(sentences).doesNotContain("");
    }

    @Test
    void thePenaltiesThatLossesNameAreThere() {
        StrategyRegistry registry = Guice.createInjector(new LossesModule()).getInstance(StrategyRegistry.class);
        Set<String> named = new TreeSet<>();
        ExpectedLosses.rows()
                .values()
                .forEach(row -> named.addAll(row.loss().facts().use().penalties()));
        assertThat(named).contains("r1", "wgan-gp");
        assertThat(registry.names(Penalty.class)).containsAll(named);
    }

    @Test
    void whatDoesNotFitIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> loss("{type: relativistic, loss: {type: scaled, loss: hinge}}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("scaled")
                .hasMessageContaining("hinge, ");
        assertThatThrownBy(() -> loss("{type: jeffrey, form: nowozin}"))
                .hasMessageContaining("form - form nowozin is not known for jeffrey");
        assertThatThrownBy(() -> loss("{type: f-divergence, divergence: total-variation, form: density-ratio}"))
                .hasMessageContaining("form density-ratio passes no gradient for total-variation");
    }

    private static SortedMap<String, Optimizer> optimizers(Optimizer d, Optimizer g) {
        return new TreeMap<>(Map.of("d", d, "g", g));
    }

    private AdversarialLoss loss(String yaml) {
        return reader.parse(yaml, "loss.yaml", List.of(), AdversarialLoss.class).value();
    }

    private Configuration<Run> checked(Discriminator discriminator, AdversarialLoss loss, Optimizer optimizer) {
        AdversarialGame game = AdversarialGame.of(new Nothing(), discriminator, loss);
        return reader.resolve(new Run(game, optimizers(optimizer, RmsProp.DEFAULTS)), Run.class);
    }
}
